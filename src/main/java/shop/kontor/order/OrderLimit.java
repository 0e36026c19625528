package shop.kontor.order;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The customer has the maximum number of unpaid orders. */
class OrderLimit extends ProblemException {

    OrderLimit(int limit) {
        super(ProblemType.ORDER_LIMIT, "A customer has at most %d unpaid orders: cancel one first.".formatted(limit));
    }
}
