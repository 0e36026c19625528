package shop.kontor.idempotency;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The first request with the key has not been answered yet. */
class RequestInProgress extends ProblemException {

    RequestInProgress() {
        super(ProblemType.REQUEST_IN_PROGRESS, "Try again a little later, with the same key.");
    }
}
