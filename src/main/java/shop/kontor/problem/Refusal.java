package shop.kontor.problem;

import shop.kontor.api.model.Problem;

/** A request that can't be granted, with the problem to answer. */
public class Refusal extends RuntimeException {

    private final transient Problem problem;

    public Refusal(ProblemType type, String detail) {
        super(detail, null, false, false);
        problem = type.problem().detail(detail);
    }

    public Problem problem() {
        return problem;
    }
}
