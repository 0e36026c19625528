package shop.kontor.problem;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** The database has ended a read that took too long. There is no {@code Retry-After}: a retry would take as long. */
final class QueryTimeout extends ProblemException {

    /** Of MySQL and of MariaDB. */
    private static final Set<Integer> ERRORS = Set.of(3024, 1969);

    private QueryTimeout() {
        super(ProblemType.QUERY_TIMEOUT, null);
    }

    /** The problem of a failed statement, if this is the reason. */
    static Optional<ProblemException> of(Throwable failure) {
        for (var e = failure; e != null; e = e.getCause()) {
            if (e instanceof SQLException error && ERRORS.contains(error.getErrorCode())) {
                return Optional.of(new QueryTimeout());
            }
        }
        return Optional.empty();
    }
}
