package shop.kontor.idempotency;

import shop.kontor.problem.ProblemType;
import shop.kontor.problem.Refusal;

/** The key came with another request before. */
class KeyReused extends Refusal {

    KeyReused() {
        super(ProblemType.KEY_REUSED, "Take a new key for a new request.");
    }
}
