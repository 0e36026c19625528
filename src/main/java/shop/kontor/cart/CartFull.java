package shop.kontor.cart;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** No further product fits into the cart. */
class CartFull extends ProblemException {

    /** In products, whatever their quantities; the contract says so of {@code items}. */
    static final int LIMIT = 100;

    CartFull() {
        super(ProblemType.CART_FULL, "It holds %d products: take one out first.".formatted(LIMIT));
    }
}
