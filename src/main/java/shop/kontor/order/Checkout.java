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
import shop.kontor.api.model.OrderInput;
import shop.kontor.api.model.StockMovementKind;
import shop.kontor.cart.Carts;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.TooManyRequests;
import shop.kontor.security.CurrentUser;
import shop.kontor.settings.CustomerSettings;
import shop.kontor.settings.TaxSettings;
import shop.kontor.shipping.ShippingTerms;
import shop.kontor.stock.ProductQuantity;
import shop.kontor.stock.Stock;

/** Turns a cart into an order. */
@Component
class Checkout {

    private final OrderMapper orders;
    private final Carts carts;
    private final Stock stock;
    private final ShippingCheck shipping;
    private final CustomerSettings limits;
    private final TaxSettings tax;
    private final ApplicationEventPublisher events;

    Checkout(
            OrderMapper orders,
            Carts carts,
            Stock stock,
            ShippingCheck shipping,
            CustomerSettings limits,
            TaxSettings tax,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.carts = carts;
        this.stock = stock;
        this.shipping = shipping;
        this.limits = limits;
        this.tax = tax;
        this.events = events;
    }

    /**
     * Inserts the order, takes the cart's quantities from stock, and only then inserts the order's lines: the foreign key
     * of a line takes a shared lock on its product, and two buyers who both hold it would deadlock.
     *
     * @param caller the user who checks out: the buyer, or a manager on the buyer's behalf
     * @param input how to ship it, and the total that the buyer has seen, if any
     * @throws EmptyCart if the cart is empty
     * @throws OrderLimit if a customer has too many unpaid orders
     * @throws TooManyRequests if a customer has placed too many orders in 24 hours
     * @throws PriceChanged if the total differs
     * @throws InvalidRequest if the shipping method is inactive, or the shop requires what is missing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Order place(CurrentUser caller, long userId, OrderInput input) {
        var terms = shipping.terms(input);
        var quantities = carts.lock(userId).stream()
                .collect(Collectors.toMap(ProductQuantity::productId, ProductQuantity::quantity));
        if (quantities.isEmpty()) {
            throw new EmptyCart();
        }
        var order = new PlacedOrder(userId, input, terms);
        if (orders.insert(caller, order, limits) == 0) {
            throw orders.findWait(order, limits)
                    .<ProblemException>map(TooManyRequests::new)
                    .orElseGet(() -> new OrderLimit(limits.unpaidOrders()));
        }
        take(caller, quantities, order.id());
        carts.clear(userId);
        var placed = charged(caller, order.id(), terms);
        var expectedTotal = input.getExpectedTotal();
        if (expectedTotal != null && expectedTotal.compareTo(placed.getTotal()) != 0) {
            throw new PriceChanged(placed.getTotal());
        }
        events.publishEvent(new OrderPlaced(order.id()));
        return placed;
    }

    /** The order, with free shipping if its goods cost enough. */
    private Order charged(CurrentUser caller, long id, @Nullable ShippingTerms terms) {
        var order = orders.find(caller, id).orElseThrow();
        if (terms == null || !terms.isFree(order.getTotal().subtract(order.getShipping()))) {
            return order;
        }
        orders.updateShippingPrice(id, BigDecimal.ZERO);
        return orders.find(caller, id).orElseThrow();
    }

    private void take(CurrentUser caller, Map<Long, Integer> quantities, long orderId) {
        var deltas = quantities.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> -e.getValue()));
        var taken = stock.move(caller, StockMovementKind.ORDER, orderId, null, deltas);
        if (taken != quantities.size() || orders.insertItems(orderId, tax.rate()) != taken) {
            throw new OptimisticLockingFailureException("A product of the cart was deleted during checkout.");
        }
    }
}
