package shop.kontor.stock;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** There would be more of a product than can be counted. */
class StockLimit extends ProblemException {

    StockLimit() {
        super(ProblemType.STOCK_LIMIT, "Lower the stock first: it can be %d at most.".formatted(Integer.MAX_VALUE));
    }
}
