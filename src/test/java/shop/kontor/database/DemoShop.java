package shop.kontor.database;

import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import shop.kontor.settings.AccessMode;

/** A shop beside that of the tests, as it is when it first opens: nobody else writes there. */
public final class DemoShop implements AutoCloseable {

    private final DriverManagerDataSource source;
    private final JdbcTemplate database;

    /**
     * Makes the tables and loads the demo data.
     *
     * @param details of the tests' own database
     */
    public DemoShop(JdbcConnectionDetails details) {
        source = new DriverManagerDataSource(
                details.getJdbcUrl().replace("?", "_demo?") + "&createDatabaseIfNotExist=true",
                details.getUsername(),
                details.getPassword());
        database = new JdbcTemplate(source);
        var flyway = Flyway.configure().dataSource(source).cleanDisabled(false).load();
        flyway.clean();
        flyway.migrate();
        load(AccessMode.OPEN);
    }

    void load(AccessMode mode) {
        DemoData.load(source, mode);
    }

    public JdbcTemplate database() {
        return database;
    }

    @Override
    public void close() {
        database.execute("DROP DATABASE " + database.queryForObject("SELECT DATABASE()", String.class));
    }
}
