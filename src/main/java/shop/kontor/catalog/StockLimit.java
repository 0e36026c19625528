package shop.kontor.catalog;

import shop.kontor.web.ProblemType;
import shop.kontor.web.Refusal;

/** There would be more of a product than can be counted. */
class StockLimit extends Refusal {

    StockLimit() {
        super(ProblemType.STOCK_LIMIT, "Lower the stock first: it can be %d at most.".formatted(Integer.MAX_VALUE));
    }
}
