package shop.kontor.problem;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the problem of a constraint violation, as its feature declares it. */
@Component
class Constraints {

    /** The errors that name a constraint: MySQL's for a duplicate, a missing row and a check, MariaDB's for a check. */
    private static final Set<Integer> ERRORS = Set.of(1062, 1452, 3819, 4025);

    /** Finds the constraint's name in the message; a client's value may precede it, but never follow it. */
    private static final Pattern NAME =
            Pattern.compile(".*(?:for key '(?:\\w+\\.)?|CONSTRAINT `|[Cc]heck constraint ')(\\w+)['`]", Pattern.DOTALL);

    private final Map<String, Supplier<ProblemException>> problems;

    /**
     * The constraints of all features.
     *
     * @throws IllegalStateException if two features declare the same
     */
    Constraints(List<ConstraintProblems> features) {
        problems = features.stream()
                .flatMap(feature -> feature.byConstraint().entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Entry::getKey, Entry::getValue));
    }

    Set<String> declared() {
        return problems.keySet();
    }

    /** The problem of a rejected statement, if it violates a constraint that a feature declares. */
    Optional<ProblemException> problem(Throwable cause) {
        for (var e = cause; e != null; e = e.getCause()) {
            if (e instanceof SQLException refusal && ERRORS.contains(refusal.getErrorCode())) {
                var name = NAME.matcher(refusal.getMessage());
                if (name.find() && problems.containsKey(name.group(1))) {
                    return Optional.of(problems.get(name.group(1)).get());
                }
            }
        }
        return Optional.empty();
    }
}
