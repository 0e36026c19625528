package shop.kontor.order;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.Order;
import shop.kontor.api.model.OrderStatus;
import shop.kontor.api.model.StockMovementKind;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.Forbidden;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.stock.ProductQuantity;
import shop.kontor.stock.Stock;

/** Changes the status of orders: to paid and shipped, or to cancelled. */
@Component
class OrderTransitions {

    private static final Map<OrderStatus, Set<OrderStatus>> NEXT = Map.of(
            OrderStatus.PLACED, Set.of(OrderStatus.PAID, OrderStatus.CANCELLED),
            OrderStatus.PAID, Set.of(OrderStatus.SHIPPED, OrderStatus.CANCELLED));

    private final OrderMapper orders;
    private final Stock stock;

    OrderTransitions(OrderMapper orders, Stock stock) {
        this.orders = orders;
        this.stock = stock;
    }

    /**
     * Changes the status of an order; a cancellation returns the quantities to stock.
     *
     * @throws NotFound if the order does not exist or belongs to another user
     * @throws Forbidden if only a manager may do this
     * @throws IllegalTransition if the current status does not permit it
     */
    @RetryingTransaction
    Order move(CurrentUser caller, long id, OrderStatus status) {
        var before = orders.lock(caller, id).orElseThrow(() -> new NotFound("order", id));
        if (status != OrderStatus.CANCELLED && !caller.isManager()) {
            throw new Forbidden("Customers may only cancel orders; all other transitions require the manager role.");
        }
        if (!NEXT.getOrDefault(before, Set.of()).contains(status)) {
            throw new IllegalTransition(before);
        }
        if (orders.update(id, before, status) == 0) {
            throw new OptimisticLockingFailureException("The order's status changed although its row was locked.");
        }
        if (status == OrderStatus.CANCELLED) {
            var quantities = orders.listLines(id).stream()
                    .collect(Collectors.toMap(ProductQuantity::productId, ProductQuantity::quantity));
            stock.move(caller, StockMovementKind.CANCELLATION, id, null, quantities);
        }
        return orders.find(caller, id).orElseThrow();
    }
}
