package shop.kontor.cart;

import shop.kontor.problem.ProblemType;
import shop.kontor.problem.Refusal;

/** No further product fits into the cart. */
class CartFull extends Refusal {

    /** In products, whatever their quantities; the contract says so of {@code items}. */
    static final int LIMIT = 100;

    CartFull() {
        super(ProblemType.CART_FULL, "It holds %d products: take one out first.".formatted(LIMIT));
    }
}
