package shop.kontor.payment;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.Refund;
import shop.kontor.api.model.RefundInput;
import shop.kontor.api.model.RefundItem;
import shop.kontor.order.Orders;
import shop.kontor.problem.Duplicate;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;

/** Records the money that goes back for an order, and puts back into stock what comes back with it. */
@Component
class RefundRecording {

    private final RefundMapper refunds;
    private final Orders orders;

    RefundRecording(RefundMapper refunds, Orders orders) {
        this.refunds = refunds;
        this.orders = orders;
    }

    /**
     * Records a refund. The database refuses more than was paid, and more than there is to put back.
     *
     * @return the refund; the first one, if it has this reference
     * @throws NotFound if the order does not exist
     * @throws Duplicate if the first one with this reference is another
     * @throws InvalidRequest if the order does not have these lines
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Refund record(CurrentUser caller, long orderId, RefundInput input) {
        orders.lock(caller, orderId);
        var entry = new Entry(orderId, input.getAmount(), input.getKind(), input.getReference());
        var named = Objects.requireNonNullElse(input.getItems(), List.<RefundItem>of());
        var items = named.stream()
                .sorted(Comparator.comparing(RefundItem::getLineNumber))
                .toList();
        try {
            refunds.insert(entry);
        } catch (DuplicateKeyException e) {
            return recorded(entry, items);
        }
        refunds.refund(entry);
        if (!items.isEmpty()) {
            RefundedLines.require(named, orders.listLines(orderId));
            refunds.insertItems(entry, items);
            restock(caller, orderId, items);
        }
        return refunds.find(entry.id()).orElseThrow();
    }

    private Refund recorded(Entry entry, List<RefundItem> items) {
        return refunds.findByReference(entry.reference())
                .filter(first -> entry.matches(first.getOrderId(), first.getAmount(), first.getKind()))
                .filter(first -> first.getItems().equals(items))
                .orElseThrow(() -> new Duplicate("/reference", "Another refund has this reference."));
    }

    private void restock(CurrentUser caller, long orderId, List<RefundItem> items) {
        var quantities = items.stream()
                .filter(RefundItem::getRestock)
                .collect(Collectors.toMap(RefundItem::getLineNumber, RefundItem::getQuantity));
        if (!quantities.isEmpty()) {
            orders.restock(caller, orderId, quantities);
        }
    }
}
