package shop.kontor.idempotency;

import shop.kontor.problem.ProblemType;
import shop.kontor.problem.Refusal;

/** The first request with the key has not been answered yet. */
class RequestInProgress extends Refusal {

    RequestInProgress() {
        super(ProblemType.REQUEST_IN_PROGRESS, "Try again a little later, with the same key.");
    }
}
