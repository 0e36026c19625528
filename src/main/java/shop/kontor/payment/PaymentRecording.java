package shop.kontor.payment;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.Payment;
import shop.kontor.api.model.PaymentInput;
import shop.kontor.order.Orders;
import shop.kontor.problem.Duplicate;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;

/** Records the money that comes in for an order. */
@Component
class PaymentRecording {

    private final PaymentMapper payments;
    private final Orders orders;

    PaymentRecording(PaymentMapper payments, Orders orders) {
        this.payments = payments;
        this.orders = orders;
    }

    /**
     * Records a payment, and marks the order as paid if it is covered now.
     *
     * @return the payment; the first one, if it has this reference
     * @throws NotFound if the order does not exist
     * @throws Duplicate if the first one with this reference is another
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Payment record(CurrentUser caller, long orderId, PaymentInput input) {
        orders.lock(caller, orderId);
        var entry = new Entry(orderId, input.getAmount(), input.getKind(), input.getReference());
        try {
            payments.insert(entry);
        } catch (DuplicateKeyException e) {
            return recorded(entry);
        }
        payments.capture(entry);
        orders.pay(caller, orderId);
        return payments.find(entry.id()).orElseThrow();
    }

    private Payment recorded(Entry entry) {
        return payments.findByReference(entry.reference())
                .filter(first -> entry.matches(first.getOrderId(), first.getAmount(), first.getKind()))
                .orElseThrow(() -> new Duplicate("/reference", "Another payment has this reference."));
    }
}
