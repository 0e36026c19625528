package shop.kontor.idempotency;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The first request with the key is still in progress. */
class RequestInProgress extends ProblemException {

    RequestInProgress() {
        super(ProblemType.REQUEST_IN_PROGRESS, "Retry later with the same key.");
    }
}
