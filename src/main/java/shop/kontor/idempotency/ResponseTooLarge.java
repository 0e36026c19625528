package shop.kontor.idempotency;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The answer does not fit where answers are kept. */
class ResponseTooLarge extends ProblemException {

    ResponseTooLarge() {
        super(ProblemType.TOO_LARGE, "The answer is too large to be kept for its key: send fewer at once.");
    }
}
