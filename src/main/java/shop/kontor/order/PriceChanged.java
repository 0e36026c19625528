package shop.kontor.order;

import java.math.BigDecimal;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The cart's total is not the one that the buyer has seen. */
class PriceChanged extends ProblemException {

    PriceChanged(BigDecimal total) {
        super(ProblemType.PRICE_CHANGED, "The total is now %s: get the cart again.".formatted(total));
    }
}
