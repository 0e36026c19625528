package shop.kontor.problem;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** Recognizes failures of the database that end without a change of the request: it is lost, busy, full or read-only. */
final class DatabaseOutage {

    /** The class of SQLSTATE for connection exceptions. */
    private static final String CONNECTION = "08";

    /**
     * Without a SQLSTATE of their own.
     *
     * @see <a href="https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html">MySQL, server errors</a>
     * @see <a href="https://mariadb.com/kb/en/mariadb-error-code-reference/">MariaDB, error codes</a>
     */
    private static final Set<Integer> ERRORS = Set.of(
            // too many connections, or of this user
            1040,
            1203,
            1226,
            // no space on the disk, in a table or in memory
            3,
            1021,
            1026,
            1030,
            1037,
            1038,
            1041,
            1114,
            1180,
            1878,
            // shutting down, and what it breaks off
            1053,
            1077,
            1079,
            1080,
            1152,
            1184,
            1317,
            1927,
            3168,
            4031,
            // read-only, offline, or no longer the primary
            1290,
            1792,
            1836,
            3032,
            3100,
            3101);

    private DatabaseOutage() {}

    /** Whether a failure is one, or was caused by one. A rollback fails for no other reason, and hides the cause. */
    static boolean isCauseOf(Throwable failure) {
        for (var e = failure; e != null; e = e.getCause()) {
            if (isPassing(e) || e instanceof SQLException error && isOutage(error)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassing(Throwable e) {
        return e instanceof TransientDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof CannotCreateTransactionException
                || e instanceof TransactionTimedOutException
                || e instanceof TransactionSystemException
                || e instanceof SQLTransientException
                || e instanceof SQLRecoverableException;
    }

    private static boolean isOutage(SQLException e) {
        return ERRORS.contains(e.getErrorCode())
                || e.getSQLState() != null && e.getSQLState().startsWith(CONNECTION);
    }
}
