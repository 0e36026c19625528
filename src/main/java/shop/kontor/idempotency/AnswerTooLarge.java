package shop.kontor.idempotency;

import shop.kontor.problem.ProblemType;
import shop.kontor.problem.Refusal;

/** The answer does not fit where answers are kept. */
class AnswerTooLarge extends Refusal {

    AnswerTooLarge() {
        super(ProblemType.TOO_LARGE, "The answer is too large to be kept for its key: send fewer at once.");
    }
}
