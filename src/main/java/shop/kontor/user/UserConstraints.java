package shop.kontor.user;

import java.util.Map;
import org.springframework.stereotype.Component;
import shop.kontor.problem.ConstraintProblems;
import shop.kontor.problem.Duplicate;
import shop.kontor.problem.ProblemException;

/** What the database refuses of users. */
@Component
class UserConstraints implements ConstraintProblems {

    @Override
    public Map<String, ProblemException> byConstraint() {
        return Map.of("uq_users_email", new Duplicate("/email", "Another user has this address."));
    }
}
