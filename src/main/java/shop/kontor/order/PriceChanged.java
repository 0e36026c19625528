package shop.kontor.order;

import java.math.BigDecimal;
import shop.kontor.web.ProblemType;
import shop.kontor.web.Refusal;

/** The cart costs something else than the buyer thinks. */
class PriceChanged extends Refusal {

    PriceChanged(BigDecimal total) {
        super(ProblemType.PRICE_CHANGED, "It costs %s now.".formatted(total));
    }
}
