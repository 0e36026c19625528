package shop.kontor.idempotency;

import shop.kontor.problem.ProblemException;
import shop.kontor.problem.ProblemType;

/** The key has been used for a different request. */
class KeyReused extends ProblemException {

    KeyReused() {
        super(ProblemType.KEY_REUSED, "Send a new key with a different request.");
    }
}
