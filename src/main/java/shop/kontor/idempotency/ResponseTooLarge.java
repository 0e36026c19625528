package shop.kontor.idempotency;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The response is too large to be stored with its key. */
class ResponseTooLarge extends ProblemException {

    ResponseTooLarge() {
        super(ProblemType.TOO_LARGE, "The response is too large to be stored with its key: send fewer items at once.");
    }
}
