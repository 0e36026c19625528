package shop.kontor.database;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.NestedExceptionUtils;

/** Says why the tables cannot be created or changed. */
final class MigrationFailure {

    private MigrationFailure() {}

    /** One sentence with the remedy. */
    static String of(FlywayException failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        var reason =
                String.valueOf(cause.getMessage()).strip().lines().findFirst().orElse("");
        return cause instanceof SQLException denied && Privileges.DENIED.contains(denied.getErrorCode())
                ? "DB_USER may not create the tables of DB_NAME (%s): grant the user all privileges on the database."
                        .formatted(reason)
                : "The tables cannot be brought up to date (%s): set DB_NAME or KONTOR_DATA to a database of Kontor's own, or to a new one."
                        .formatted(reason);
    }
}
