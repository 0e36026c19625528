package shop.kontor.order;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.Order;
import shop.kontor.api.model.StockMovementKind;
import shop.kontor.cart.Carts;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.TooManyRequests;
import shop.kontor.security.CurrentUser;
import shop.kontor.settings.CustomerSettings;
import shop.kontor.stock.ProductQuantity;
import shop.kontor.stock.Stock;

/** Turns a cart into an order. */
@Component
class Checkout {

    private final OrderMapper orders;
    private final Carts carts;
    private final Stock stock;
    private final CustomerSettings limits;
    private final ApplicationEventPublisher events;

    Checkout(OrderMapper orders, Carts carts, Stock stock, CustomerSettings limits, ApplicationEventPublisher events) {
        this.orders = orders;
        this.carts = carts;
        this.stock = stock;
        this.limits = limits;
        this.events = events;
    }

    /**
     * Inserts the order, takes the cart's quantities from stock, and only then inserts the order's lines: the foreign key
     * of a line takes a shared lock on its product, and two buyers who both hold it would deadlock.
     *
     * @param caller the user who checks out: the buyer, or a manager on the buyer's behalf
     * @param expectedTotal the total that the buyer has seen, or null to accept any
     * @throws EmptyCart if the cart is empty
     * @throws OrderLimit if a customer has too many unpaid orders
     * @throws TooManyRequests if a customer has placed too many orders in 24 hours
     * @throws PriceChanged if the total differs
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Order place(CurrentUser caller, long userId, @Nullable BigDecimal expectedTotal) {
        var quantities = carts.lock(userId).stream()
                .collect(Collectors.toMap(ProductQuantity::productId, ProductQuantity::quantity));
        if (quantities.isEmpty()) {
            throw new EmptyCart();
        }
        var order = new PlacedOrder(userId);
        if (orders.insert(caller, order, limits) == 0) {
            throw orders.findWait(order, limits)
                    .<ProblemException>map(TooManyRequests::new)
                    .orElseGet(() -> new OrderLimit(limits.unpaidOrders()));
        }
        take(caller, quantities, order.id());
        carts.clear(userId);
        var placed = orders.find(caller, order.id()).orElseThrow();
        if (expectedTotal != null && expectedTotal.compareTo(placed.getTotal()) != 0) {
            throw new PriceChanged(placed.getTotal());
        }
        events.publishEvent(new OrderPlaced(order.id()));
        return placed;
    }

    private void take(CurrentUser caller, Map<Long, Integer> quantities, long orderId) {
        var deltas = quantities.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> -e.getValue()));
        var taken = stock.move(caller, StockMovementKind.ORDER, orderId, null, deltas);
        if (taken != quantities.size() || orders.insertItems(orderId) != taken) {
            throw new OptimisticLockingFailureException("A product of the cart was deleted during checkout.");
        }
    }
}
