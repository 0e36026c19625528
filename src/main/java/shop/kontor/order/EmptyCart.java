package shop.kontor.order;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The cart is empty. */
class EmptyCart extends ProblemException {

    EmptyCart() {
        super(ProblemType.CART_EMPTY, "Add a product first.");
    }
}
