package shop.kontor.stock;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The stock would exceed its maximum. */
class StockLimit extends ProblemException {

    StockLimit() {
        super(ProblemType.STOCK_LIMIT, "The stock can be at most %d: reduce it first.".formatted(Integer.MAX_VALUE));
    }
}
