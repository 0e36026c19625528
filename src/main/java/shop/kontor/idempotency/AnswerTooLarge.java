package shop.kontor.idempotency;

import shop.kontor.web.ProblemType;
import shop.kontor.web.Refusal;

/** The answer does not fit where answers are kept. */
class AnswerTooLarge extends Refusal {

    AnswerTooLarge() {
        super(ProblemType.TOO_LARGE, "The answer is too large to be kept for its key: send fewer at once.");
    }
}
