package shop.kontor.user;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The shop would be without a manager. */
class LastManager extends ProblemException {

    LastManager() {
        super(ProblemType.LAST_MANAGER, "Make another user a manager first.");
    }
}
