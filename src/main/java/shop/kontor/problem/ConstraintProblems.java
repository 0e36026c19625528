package shop.kontor.problem;

import java.util.Map;

/** Tells what a client did wrong when a statement breaks a constraint of a feature's tables. */
public interface ConstraintProblems {

    /** The problems by the constraint's name, as the migrations give it; no two features share one. */
    Map<String, ProblemException> byConstraint();
}
