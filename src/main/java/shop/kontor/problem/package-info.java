/**
 * Problems (RFC 9457). A feature throws a {@link ProblemException}, its own or one of those here, and maps the constraints
 * of its tables with {@link ConstraintProblems}; a filter responds with {@link ProblemWriter}. The {@link ProblemType}s
 * are generated from the contract.
 */
@ApplicationModule(allowedDependencies = {"api.model", "log"})
@NullMarked
package shop.kontor.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
