package shop.kontor.order;

import shop.kontor.api.model.OrderStatus;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The order's status does not permit this transition. */
class IllegalTransition extends ProblemException {

    IllegalTransition(OrderStatus status) {
        super(ProblemType.ILLEGAL_TRANSITION, "The order is %s.".formatted(status.getValue()));
    }
}
