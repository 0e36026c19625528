package shop.kontor.order;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** There is nothing in the cart to buy. */
class EmptyCart extends ProblemException {

    EmptyCart() {
        super(ProblemType.CART_EMPTY, "Put a product in first.");
    }
}
