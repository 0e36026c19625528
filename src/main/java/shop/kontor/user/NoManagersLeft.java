package shop.kontor.user;

import shop.kontor.problem.ProblemType;
import shop.kontor.problem.Refusal;

/** Without this user nobody could keep the shop. */
class NoManagersLeft extends Refusal {

    NoManagersLeft() {
        super(ProblemType.LAST_MANAGER, "Make another user a manager first.");
    }
}
