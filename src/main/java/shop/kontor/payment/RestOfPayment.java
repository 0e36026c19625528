package shop.kontor.payment;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.Order;
import shop.kontor.order.OrderPayment;

/** Records what is missing when a manager marks an order as paid. */
@Component
class RestOfPayment implements OrderPayment {

    private final PaymentMapper payments;

    RestOfPayment(PaymentMapper payments) {
        this.payments = payments;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void afterOrderIsMarkedAsPaid(Order order) {
        if (payments.insertRest(order.getId(), order.getTotal()) > 0) {
            payments.captureRest(order.getId(), order.getTotal());
        }
    }
}
