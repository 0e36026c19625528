package shop.kontor.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriTemplate;
import shop.kontor.api.OrdersApi;
import shop.kontor.api.OrdersApiDelegate;
import shop.kontor.api.model.Order;
import shop.kontor.api.model.OrderInput;
import shop.kontor.api.model.OrderStatus;
import shop.kontor.api.model.OrderStatusInput;
import shop.kontor.idempotency.Idempotency;
import shop.kontor.problem.NotFound;
import shop.kontor.security.CurrentUser;
import shop.kontor.user.Users;
import shop.kontor.web.ListById;
import shop.kontor.web.Pages;

/** Implements the operations on orders. */
@Component
class OrdersDelegate implements OrdersApiDelegate {

    private final OrderMapper orders;
    private final Checkout checkout;
    private final OrderTransitions progress;
    private final Users users;
    private final Idempotency idempotency;

    OrdersDelegate(
            OrderMapper orders, Checkout checkout, OrderTransitions progress, Users users, Idempotency idempotency) {
        this.orders = orders;
        this.checkout = checkout;
        this.progress = progress;
        this.users = users;
        this.idempotency = idempotency;
    }

    @Override
    public ResponseEntity<List<Order>> listOrdersOfUser(
            CurrentUser caller,
            Long userId,
            @Nullable OrderStatus status,
            @Nullable String cursor,
            Integer perPage,
            Boolean total) {
        var page = list(userId, status).page(cursor, perPage, total);
        if (Pages.rows(page).isEmpty()) {
            users.require(userId);
        }
        return page;
    }

    @Override
    public ResponseEntity<Order> placeOrder(
            CurrentUser caller, Long userId, @Nullable String idempotencyKey, @Nullable OrderInput input) {
        var wishes = input == null ? new OrderInput() : input;
        return idempotency.once(caller, idempotencyKey, () -> {
            var order = checkout.place(caller, userId, wishes);
            return ResponseEntity.created(new UriTemplate(OrdersApi.PATH_GET_ORDER).expand(order.getId()))
                    .body(order);
        });
    }

    @Override
    public ResponseEntity<List<Order>> listOrders(
            CurrentUser caller, @Nullable OrderStatus status, @Nullable String cursor, Integer perPage, Boolean total) {
        return list(null, status).page(cursor, perPage, total);
    }

    @Override
    public ResponseEntity<Order> getOrder(CurrentUser caller, Long id) {
        return ResponseEntity.ok(orders.find(caller, id).orElseThrow(() -> new NotFound("order", id)));
    }

    @Override
    public ResponseEntity<Order> setOrderStatus(CurrentUser caller, Long id, OrderStatusInput input) {
        return ResponseEntity.ok(progress.move(caller, id, input));
    }

    private ListById<Order> list(@Nullable Long userId, @Nullable OrderStatus status) {
        return new ListById<>(
                (before, limit) -> orders.list(userId, status, before, limit),
                Order::getId,
                () -> orders.count(userId, status));
    }
}
