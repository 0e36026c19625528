package shop.kontor.order;

import shop.kontor.problem.ProblemType;
import shop.kontor.problem.Refusal;

/** There is nothing in the cart to buy. */
class EmptyCart extends Refusal {

    EmptyCart() {
        super(ProblemType.CART_EMPTY, "Put a product in first.");
    }
}
