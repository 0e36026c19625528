package shop.kontor.problem;

import java.util.Map;
import java.util.function.Supplier;

/** Maps the constraints of a feature's tables to the problems that their violations are. */
public interface ConstraintProblems {

    /** What makes the problems, a new one for each request, by the constraint's name, as the migrations give it; no two features share one. */
    Map<String, Supplier<ProblemException>> byConstraint();
}
