package shop.kontor.order;

import java.util.List;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.OrderStatus;
import shop.kontor.api.model.OrderStatusInput;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;

/** The interface of orders for payments. */
@Component
public class Orders {

    private final OrderMapper orders;
    private final Returns returns;

    Orders(OrderMapper orders, Returns returns) {
        this.orders = orders;
        this.returns = returns;
    }

    /**
     * Requires that the caller may see an order.
     *
     * @throws NotFound if the order does not exist or belongs to another user
     */
    public void require(CurrentUser caller, long id) {
        orders.find(caller, id).orElseThrow(() -> new NotFound("order", id));
    }

    /**
     * Locks an order until the transaction ends: what is done with it afterwards is done one after another.
     *
     * @throws NotFound if the order does not exist or belongs to another user
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public OrderStatus lock(CurrentUser caller, long id) {
        return orders.lock(caller, id).orElseThrow(() -> new NotFound("order", id));
    }

    /** The lines of an order, lowest line numbers first. */
    public List<OrderLine> listLines(long id) {
        return orders.listLines(id);
    }

    /** Marks a locked order as paid if it is placed, and what came in, less what went back, covers a total above 0. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pay(CurrentUser caller, long id) {
        var order = orders.find(caller, id).orElseThrow();
        var missing = order.getTotal().subtract(order.getCaptured()).add(order.getRefunded());
        if (order.getStatus() == OrderStatus.PLACED && order.getTotal().signum() > 0 && missing.signum() <= 0) {
            if (orders.update(id, OrderStatus.PLACED, new OrderStatusInput(OrderStatus.PAID)) == 0) {
                throw new OptimisticLockingFailureException("The order's status changed although its row was locked.");
            }
        }
    }

    /**
     * Puts items of a locked order back into stock.
     *
     * @param quantities by line number
     * @throws AlreadyRestocked if the order is cancelled: all its items have returned
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void restock(CurrentUser caller, long id, Map<Integer, Integer> quantities) {
        if (lock(caller, id) == OrderStatus.CANCELLED) {
            throw new AlreadyRestocked();
        }
        returns.putBack(caller, id, quantities);
    }
}
