package shop.kontor.order;

import shop.kontor.api.model.Order;

/** Called when a manager marks an order as paid, for the room that keeps payments. */
public interface OrderPayment {

    /** Records what is missing from the order's total, in the transaction that marks it; the order is locked. */
    void afterOrderIsMarkedAsPaid(Order order);
}
