package shop.kontor.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import shop.kontor.settings.StartupFailure;

/** A few rows to try the shop with. */
final class DemoData {

    private static final Logger log = LoggerFactory.getLogger(DemoData.class);

    private DemoData() {}

    /** Inserts the demo rows that are not there, all or none; no other row is touched. */
    static void load(DataSource database) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/seed/demo.sql"));
            connection.commit();
            connection.setAutoCommit(true);
            log.info("The demo data is there: 5 categories, 5 products, 8 tags, 2 users.");
        } catch (SQLException e) {
            throw new StartupFailure("The demo data can't be loaded: " + e.getMessage(), e);
        }
    }
}
