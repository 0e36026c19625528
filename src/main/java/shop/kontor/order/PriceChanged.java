package shop.kontor.order;

import java.math.BigDecimal;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The cart costs something else than the buyer thinks. */
class PriceChanged extends ProblemException {

    PriceChanged(BigDecimal total) {
        super(ProblemType.PRICE_CHANGED, "It costs %s now.".formatted(total));
    }
}
