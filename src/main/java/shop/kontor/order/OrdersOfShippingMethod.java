package shop.kontor.order;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.shipping.ShippingMethodUse;

/** Keeps shipping methods that an order used from being deleted. */
@Component
class OrdersOfShippingMethod implements ShippingMethodUse {

    private final OrderMapper orders;

    OrdersOfShippingMethod(OrderMapper orders) {
        this.orders = orders;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isUsed(long shippingMethodId) {
        return orders.hasShippingMethod(shippingMethodId);
    }
}
