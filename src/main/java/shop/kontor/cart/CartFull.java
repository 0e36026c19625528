package shop.kontor.cart;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The cart holds the maximum number of products. */
class CartFull extends ProblemException {

    /** Number of products, regardless of quantity: {@code maxItems} of {@code items} in the contract. */
    static final int LIMIT = 100;

    CartFull() {
        super(ProblemType.CART_FULL, "A cart holds at most %d products: remove one first.".formatted(LIMIT));
    }
}
