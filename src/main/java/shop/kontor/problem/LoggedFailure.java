package shop.kontor.problem;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Stands for an exception in the log: with its stack trace, and without its message, since that may repeat what a client
 * sent, such as an e-mail address. An error of the database keeps its number and its SQL state.
 */
final class LoggedFailure extends Exception {

    LoggedFailure(Throwable failure) {
        super(named(failure), cause(failure), false, true);
        setStackTrace(failure.getStackTrace());
    }

    /** What a line says of an exception; one about a connection keeps its message, which is the pool's or the driver's. */
    static String named(Throwable failure) {
        var type = failure.getClass().getName();
        if (failure instanceof SQLTransientConnectionException || failure instanceof SQLRecoverableException) {
            return type + ": " + failure.getMessage();
        }
        return failure instanceof SQLException error
                ? "%s, error %d, SQL state %s".formatted(type, error.getErrorCode(), error.getSQLState())
                : type;
    }

    private static @Nullable Throwable cause(Throwable failure) {
        return failure.getCause() == null ? null : new LoggedFailure(failure.getCause());
    }
}
