package shop.kontor.problem;

import java.util.Map;

/** Maps the constraints of a feature's tables to the problems that their violations are. */
public interface ConstraintProblems {

    /** The problems by the constraint's name, as the migrations give it; no two features share one. */
    Map<String, ProblemException> byConstraint();
}
