package shop.kontor.order;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** Less of the order can still return to stock. */
class AlreadyRestocked extends ProblemException {

    AlreadyRestocked() {
        super(ProblemType.ALREADY_RESTOCKED, "Each item of an order returns to stock once.");
    }
}
