package shop.kontor.user;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import shop.kontor.problem.ConstraintProblems;
import shop.kontor.problem.Duplicate;
import shop.kontor.problem.ProblemException;

/** The constraints on users, and the problem that the violation of each is. */
@Component
class UserConstraints implements ConstraintProblems {

    @Override
    public Map<String, Supplier<ProblemException>> byConstraint() {
        return Map.of(
                "uq_users_email",
                () -> new Duplicate("/email", "Another user already has this address."),
                "fk_sessions_user", // deleted while signing in
                SignIn::refused);
    }
}
