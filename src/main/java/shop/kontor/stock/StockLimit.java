package shop.kontor.stock;

import shop.kontor.problem.ProblemType;
import shop.kontor.problem.Refusal;

/** There would be more of a product than can be counted. */
class StockLimit extends Refusal {

    StockLimit() {
        super(ProblemType.STOCK_LIMIT, "Lower the stock first: it can be %d at most.".formatted(Integer.MAX_VALUE));
    }
}
