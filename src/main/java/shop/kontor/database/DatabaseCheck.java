package shop.kontor.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import shop.kontor.settings.DatabaseSettings;
import shop.kontor.settings.StartupCheck;
import shop.kontor.settings.StartupFailure;

/** Tries whether the database is there, and is one that the shop can use; the embedded one is not started for that. */
class DatabaseCheck implements StartupCheck {

    private final DatabaseSettings settings;

    DatabaseCheck(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** The database of the settings, for all checks; it needs a MySQL server. */
    @Bean
    static DataSource checkedDatabase(DatabaseSettings settings) {
        var server = MySqlServer.of(settings);
        return new DriverManagerDataSource(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }

    @Override
    public Stream<String> faults() {
        try {
            if (settings.isOnServer()) {
                MySqlServer.of(settings).connected();
                return faults(checkedDatabase(settings));
            }
            return DataFolder.faults(EmbeddedDatabase.require(Path.of(settings.data())));
        } catch (StartupFailure failure) {
            return failure.faults();
        }
    }

    private Stream<String> faults(DataSource source) {
        try (var connection = source.getConnection()) {
            var missing = Privileges.missing(connection);
            return Stream.of(
                    version(connection),
                    characterSet(connection),
                    missing.isEmpty()
                            ? Stream.<String>empty()
                            : Stream.of("DB_USER may not %s in DB_NAME: grant the user all privileges on it."
                                    .formatted(String.join(", ", missing))),
                    MigrationCheck.faults(source))
                    .flatMap(faults -> faults)
                    .toList()
                    .stream();
        } catch (SQLException e) {
            return Stream.of("The database %s cannot be read (error %d): %s"
                    .formatted(settings.name(), e.getErrorCode(), e.getMessage()));
        }
    }

    private static Stream<String> version(Connection connection) throws SQLException {
        var server = connection.getMetaData();
        var version = server.getDatabaseProductVersion();
        var number = server.getDatabaseMajorVersion() * 100 + server.getDatabaseMinorVersion();
        return number < (version.contains("MariaDB") ? 1100 : 804)
                ? Stream.of("The database server has version %s: use MySQL 8.4 or 9.x.".formatted(version))
                : Stream.empty();
    }

    private static Stream<String> characterSet(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT @@character_set_database")) {
            row.next();
            return row.getString(1).equals("utf8mb4")
                    ? Stream.empty()
                    : Stream.of(
                            "DB_NAME has the character set %s: change it with ALTER DATABASE … CHARACTER SET utf8mb4."
                                    .formatted(row.getString(1)));
        }
    }
}
