package shop.kontor.database;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tries whether the next start could bring the tables up to date. */
final class MigrationCheck {

    private static final Logger log = LoggerFactory.getLogger(MigrationCheck.class);

    private MigrationCheck() {}

    /** What is wrong with the migrations of a database: a line each. */
    static Stream<String> faults(DataSource database) {
        // as at a start: newer ones are another server's, and those to come are no fault
        var flyway = Flyway.configure()
                .dataSource(database)
                .ignoreMigrationPatterns("*:pending", "*:future")
                .load();
        try {
            var info = flyway.info();
            if (info.current() == null && hasTables(database)) {
                return Stream.of(
                        "DB_NAME has tables of another program: set it to a database of Kontor's own, or to a new one.");
            }
            if (info.pending().length > 0) {
                log.info("The next start applies {} of {} migrations.", info.pending().length, info.all().length);
            }
            return flyway.validateWithResult().invalidMigrations.stream().map(MigrationCheck::fault);
        } catch (FlywayException e) {
            return Stream.of(MigrationFailure.of(e));
        }
    }

    private static boolean hasTables(DataSource database) {
        return !new JdbcTemplate(database)
                .queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() LIMIT 1",
                        String.class)
                .isEmpty();
    }

    private static String fault(ValidateOutput migration) {
        var error = String.valueOf(migration.errorDetails.errorMessage).strip();
        return "Migration %s of DB_NAME is not as this Kontor has it (%s): restore a backup, or set DB_NAME to another database."
                .formatted(migration.version, error.lines().findFirst().orElse(""));
    }
}
