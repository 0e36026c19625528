package shop.kontor.order;

import java.math.BigDecimal;
import shop.kontor.problem.ProblemType;
import shop.kontor.problem.Refusal;

/** The cart costs something else than the buyer thinks. */
class PriceChanged extends Refusal {

    PriceChanged(BigDecimal total) {
        super(ProblemType.PRICE_CHANGED, "It costs %s now.".formatted(total));
    }
}
