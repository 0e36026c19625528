package shop.kontor.order;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.StockMovementKind;
import shop.kontor.security.CurrentUser;
import shop.kontor.stock.Stock;

/** Puts what was ordered back into stock, each item once. The order is locked, and its products are locked after it. */
@Component
class Returns {

    private final OrderMapper orders;
    private final Stock stock;

    Returns(OrderMapper orders, Stock stock) {
        this.orders = orders;
        this.stock = stock;
    }

    /** Puts back all that has not been put back. */
    @Transactional(propagation = Propagation.MANDATORY)
    void putBackRest(CurrentUser caller, long orderId) {
        var lines = orders.listLines(orderId).stream()
                .filter(line -> line.outstanding() > 0)
                .toList();
        if (!lines.isEmpty()) {
            orders.restockRest(orderId);
            move(caller, orderId, lines, OrderLine::outstanding);
        }
    }

    /** Puts back some items; the database refuses more than there are. */
    @Transactional(propagation = Propagation.MANDATORY)
    void putBack(CurrentUser caller, long orderId, Map<Integer, Integer> quantities) {
        var lines = orders.listLines(orderId).stream()
                .filter(line -> quantities.containsKey(line.lineNumber()))
                .toList();
        orders.restock(orderId, quantities);
        move(caller, orderId, lines, line -> Objects.requireNonNull(quantities.get(line.lineNumber())));
    }

    /** Only products that still exist have a stock. */
    private void move(
            CurrentUser caller, long orderId, Collection<OrderLine> lines, ToIntFunction<OrderLine> quantity) {
        var deltas = lines.stream()
                .filter(line -> line.productId() != null)
                .collect(Collectors.toMap(
                        line -> Objects.requireNonNull(line.productId()), quantity::applyAsInt, Integer::sum));
        stock.move(caller, StockMovementKind.CANCELLATION, orderId, null, deltas);
    }
}
