package shop.kontor.payment;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** More would be refunded than was paid. */
class RefundLimit extends ProblemException {

    RefundLimit() {
        super(ProblemType.REFUND_LIMIT, "All refunds of an order are at most all its payments.");
    }
}
