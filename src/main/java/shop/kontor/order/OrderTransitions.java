package shop.kontor.order;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.Order;
import shop.kontor.api.model.OrderStatus;
import shop.kontor.api.model.OrderStatusInput;
import shop.kontor.api.model.Role;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.Forbidden;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;

/** Changes the status of orders: towards delivery, or to cancelled. */
@Component
class OrderTransitions {

    private final OrderMapper orders;
    private final Returns returns;
    private final OrderPayment payment;

    OrderTransitions(OrderMapper orders, Returns returns, OrderPayment payment) {
        this.orders = orders;
        this.returns = returns;
        this.payment = payment;
    }

    /**
     * Changes the status of an order; a cancellation returns to stock what has not returned.
     *
     * @throws InvalidRequest if it tells where a parcel is that is not sent
     * @throws NotFound if the order does not exist or belongs to another user
     * @throws Forbidden if only a manager may do this
     * @throws IllegalTransition if the current status does not permit it
     */
    @RetryingTransaction
    Order move(CurrentUser caller, long id, OrderStatusInput change) {
        requireParcel(change);
        var status = change.getStatus();
        var before = orders.lock(caller, id).orElseThrow(() -> new NotFound("order", id));
        requireTransition(caller, before, status);
        if (orders.update(id, before, change) == 0) {
            throw new OptimisticLockingFailureException("The order's status changed although its row was locked.");
        }
        if (status == OrderStatus.CANCELLED) {
            returns.putBackRest(caller, id);
        } else if (status == OrderStatus.PAID) {
            payment.afterOrderIsMarkedAsPaid(orders.find(caller, id).orElseThrow());
        }
        return orders.find(caller, id).orElseThrow();
    }

    private static void requireTransition(CurrentUser caller, OrderStatus from, OrderStatus to) {
        var permitted = OrderTransition.ALL.stream()
                .filter(transition -> transition.to() == to)
                .filter(transition -> caller.isManager() || transition.role() == Role.CUSTOMER)
                .map(OrderTransition::from)
                .collect(Collectors.toSet());
        if (permitted.isEmpty() && !caller.isManager()) {
            throw new Forbidden("Only a manager may set the status to %s.".formatted(to.getValue()));
        }
        if (!permitted.contains(from)) {
            throw new IllegalTransition(from);
        }
    }

    private static void requireParcel(OrderStatusInput change) {
        var members = new LinkedHashMap<String, @Nullable String>();
        members.put("/carrier", change.getCarrier());
        members.put("/tracking_number", change.getTrackingNumber());
        members.put("/tracking_url", change.getTrackingUrl());
        members.values().removeIf(Objects::isNull);
        if (change.getStatus() != OrderStatus.SHIPPED && !members.isEmpty()) {
            throw new InvalidRequest(members.keySet().stream()
                    .map(member -> InvalidRequest.inBody(member, "not_applicable", "goes with the status shipped only"))
                    .toList());
        }
    }
}
