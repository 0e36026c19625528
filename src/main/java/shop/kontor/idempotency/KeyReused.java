package shop.kontor.idempotency;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The key came with another request before. */
class KeyReused extends ProblemException {

    KeyReused() {
        super(ProblemType.KEY_REUSED, "Take a new key for a new request.");
    }
}
