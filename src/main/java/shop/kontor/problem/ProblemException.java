package shop.kontor.problem;

import shop.kontor.api.model.Problem;

/** A request that can't be granted, with the problem to answer. */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(ProblemType type, String detail) {
        super(detail, null, false, false);
        problem = type.problem().detail(detail);
    }

    public Problem problem() {
        return problem;
    }
}
