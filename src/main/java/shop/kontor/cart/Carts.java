package shop.kontor.cart;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.problem.NotFound;
import shop.kontor.stock.ProductQuantity;
import shop.kontor.user.Users;

/** The interface of carts for checkout. */
@Component
public class Carts {

    private final CartMapper carts;
    private final Users users;

    Carts(CartMapper carts, Users users) {
        this.carts = carts;
        this.users = users;
    }

    /**
     * Locks a user's cart until the transaction ends, and reads it.
     *
     * @return lowest product ids first
     * @throws NotFound if the user does not exist
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ProductQuantity> lock(long userId) {
        users.lock(userId);
        return carts.listLines(userId);
    }

    /** Empties a locked cart. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void clear(long userId) {
        carts.delete(userId);
    }
}
