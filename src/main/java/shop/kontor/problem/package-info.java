/**
 * RFC 9457: what goes wrong, as clients read it. A feature throws a {@link ProblemException}, its own or one of those
 * here, and tells by {@link ConstraintProblems} what the database refuses of its tables; a filter answers by
 * {@link ProblemWriter}. The {@link ProblemType}s are generated from the contract.
 */
@ApplicationModule(allowedDependencies = {"api.model"})
@NullMarked
package shop.kontor.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
