package shop.kontor.user;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** Without this user nobody could keep the shop. */
class LastManager extends ProblemException {

    LastManager() {
        super(ProblemType.LAST_MANAGER, "Make another user a manager first.");
    }
}
