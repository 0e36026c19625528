package shop.kontor.cart;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.problem.NotFound;
import shop.kontor.stock.ProductQuantity;
import shop.kontor.user.Users;

/** The door through which checkout comes to carts. */
@Component
public class Carts {

    private final CartMapper carts;
    private final Users users;

    Carts(CartMapper carts, Users users) {
        this.carts = carts;
        this.users = users;
    }

    /**
     * What is in a user's cart, which nobody else changes until the transaction ends.
     *
     * @return lowest product ids first
     * @throws NotFound if there is no such user
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ProductQuantity> lock(long userId) {
        users.lock(userId);
        return carts.listLines(userId);
    }

    /** Takes everything out of a cart that is locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void clear(long userId) {
        carts.delete(userId);
    }
}
