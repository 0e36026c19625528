package shop.kontor.user;

import java.util.Map;
import org.springframework.stereotype.Component;
import shop.kontor.problem.ConstraintProblems;
import shop.kontor.problem.Duplicate;
import shop.kontor.problem.ProblemException;

/** The constraint of the users' table, and the problem that its violation is. */
@Component
class UserConstraints implements ConstraintProblems {

    @Override
    public Map<String, ProblemException> byConstraint() {
        return Map.of("uq_users_email", new Duplicate("/email", "Another user already has this address."));
    }
}
