package shop.kontor.order;

import shop.kontor.api.model.OrderStatus;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** There is no way to that status from where the order is. */
class IllegalTransition extends ProblemException {

    IllegalTransition(OrderStatus status) {
        super(ProblemType.ILLEGAL_TRANSITION, "It is %s.".formatted(status.getValue()));
    }
}
