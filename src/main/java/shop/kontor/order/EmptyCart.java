package shop.kontor.order;

import shop.kontor.web.ProblemType;
import shop.kontor.web.Refusal;

/** There is nothing in the cart to buy. */
class EmptyCart extends Refusal {

    EmptyCart() {
        super(ProblemType.CART_EMPTY, "Put a product in first.");
    }
}
