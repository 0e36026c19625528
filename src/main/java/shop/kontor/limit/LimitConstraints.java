package shop.kontor.limit;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import shop.kontor.problem.ConstraintProblems;
import shop.kontor.problem.ProblemException;
import shop.kontor.problem.Unauthenticated;

/** The constraint that a user breaks who is deleted while they sign in, and the problem that this is. */
@Component
class LimitConstraints implements ConstraintProblems {

    @Override
    public Map<String, Supplier<ProblemException>> byConstraint() {
        return Map.of("fk_known_networks_user", () -> new Unauthenticated("The user has been deleted."));
    }
}
