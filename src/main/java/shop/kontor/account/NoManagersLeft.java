package shop.kontor.account;

import shop.kontor.web.ProblemType;
import shop.kontor.web.Refusal;

/** Without this user nobody could keep the shop. */
class NoManagersLeft extends Refusal {

    NoManagersLeft() {
        super(ProblemType.LAST_MANAGER, "Make another user a manager first.");
    }
}
