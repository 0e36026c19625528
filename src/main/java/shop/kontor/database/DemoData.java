package shop.kontor.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptException;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import shop.kontor.settings.AccessMode;
import shop.kontor.settings.StartupFailure;

/** The demo data. */
final class DemoData {

    private static final Logger log = LoggerFactory.getLogger(DemoData.class);

    private DemoData() {}

    /**
     * Inserts the missing demo rows in one transaction; existing rows are not changed. Users are only for shops that
     * require no authentication, since everybody knows their passwords; elsewhere the products are nobody's.
     *
     * @throws StartupFailure if that fails
     */
    static void load(DataSource database, AccessMode mode) {
        if (mode == AccessMode.OPEN) {
            execute(database, "users", "demo");
            log.info("Loaded the demo data: 5 categories, 7 products (2 of them not for sale), 8 tags, 2 users.");
        } else {
            execute(database, "demo");
            log.info(
                    "Loaded the demo data: 5 categories, 7 products (2 of them not for sale), 8 tags, and no users, since KONTOR_SECRET is set.");
        }
    }

    /** Executes scripts in one transaction, and one after the other where several servers do at once. */
    static void execute(DataSource database, String... scripts) {
        var current = new AtomicInteger();
        try (Connection connection = database.getConnection();
                var progress = Progress.of(
                        "Loading the demo data", () -> "script %d of %d".formatted(current.get(), scripts.length))) {
            call(connection, "SELECT GET_LOCK(CONCAT('seed-', LEFT(SHA2(DATABASE(), 256), 32)), 60)");
            connection.setAutoCommit(false);
            for (var script : scripts) {
                current.incrementAndGet();
                ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/seed/" + script + ".sql"));
            }
            connection.commit();
            connection.setAutoCommit(true);
            call(connection, "SELECT RELEASE_LOCK(CONCAT('seed-', LEFT(SHA2(DATABASE(), 256), 32)))");
        } catch (SQLException | ScriptException e) {
            throw new StartupFailure("The demo data cannot be loaded: " + e.getMessage(), e);
        }
    }

    private static void call(Connection connection, String function) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(function);
        }
    }
}
