package shop.kontor.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import shop.kontor.settings.StartupFailure;

/** The demo data. */
final class DemoData {

    private static final Logger log = LoggerFactory.getLogger(DemoData.class);

    private DemoData() {}

    /** Inserts the missing demo rows in one transaction; existing rows are not changed. */
    static void load(DataSource database) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/seed/demo.sql"));
            connection.commit();
            connection.setAutoCommit(true);
            log.info("Loaded the demo data: 5 categories, 5 products, 8 tags, 2 users.");
        } catch (SQLException e) {
            throw new StartupFailure("The demo data cannot be loaded: " + e.getMessage(), e);
        }
    }
}
