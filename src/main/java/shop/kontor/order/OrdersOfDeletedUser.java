package shop.kontor.order;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.api.model.OnDeleteUser;
import shop.kontor.problem.InUse;
import shop.kontor.security.CurrentUser;
import shop.kontor.user.UserDeletion;

/** Prevents users with open orders from being deleted. */
@Component
class OrdersOfDeletedUser implements UserDeletion {

    private final OrderMapper orders;

    OrdersOfDeletedUser(OrderMapper orders) {
        this.orders = orders;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void beforeUserIsDeleted(CurrentUser caller, long userId, OnDeleteUser policy) {
        var open = orders.listOpen(userId);
        if (!open.isEmpty()) {
            throw new InUse(
                    "orders",
                    open.get(0).count(),
                    open.stream().map(OpenOrder::id).toList());
        }
    }
}
