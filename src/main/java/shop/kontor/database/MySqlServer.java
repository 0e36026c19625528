package shop.kontor.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import shop.kontor.settings.DatabaseSettings;
import shop.kontor.settings.StartupFailure;

/** The MySQL server that the {@code DB_*} variables name. */
record MySqlServer(DatabaseSettings settings) implements Database {

    /**
     * Tests the connection.
     *
     * @throws StartupFailure if it fails, with the remedy
     */
    MySqlServer connected() {
        try (var connection = DriverManager.getConnection(getJdbcUrl(), getUsername(), getPassword())) {
            return this;
        } catch (SQLException e) {
            throw new StartupFailure(advice(e), e);
        }
    }

    private String advice(SQLException e) {
        var server = settings.host() + ":" + settings.port();
        return switch (e.getErrorCode()) {
            case MysqlErrorNumbers.ER_ACCESS_DENIED_ERROR ->
                "The MySQL server at %s rejects user %s: check DB_USER and DB_PASSWORD."
                        .formatted(server, settings.user());
            case MysqlErrorNumbers.ER_DBACCESS_DENIED_ERROR ->
                "User %s has no access to database %s on %s: grant it, or correct DB_NAME or DB_USER."
                        .formatted(settings.user(), settings.name(), server);
            case MysqlErrorNumbers.ER_BAD_DB_ERROR ->
                "Database %s does not exist on %s: create it with `mysql -u root -p < db/schema.sql`, or correct DB_NAME."
                        .formatted(settings.name(), server);
            case 0 -> "No MySQL server responds at %s: start it, or correct DB_HOST and DB_PORT.".formatted(server);
            default ->
                "The MySQL server at %s rejects the connection (error %d): %s"
                        .formatted(server, e.getErrorCode(), e.getMessage());
        };
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:mysql://" + settings.host() + ":" + settings.port() + "/" + settings.name() + OPTIONS
                + (isLocal() ? "&allowPublicKeyRetrieval=true" : "");
    }

    /** Whether the server is on this machine: only then is its public key accepted without encryption. */
    private boolean isLocal() {
        try {
            return InetAddress.getByName(settings.host()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String getUsername() {
        return settings.user();
    }

    @Override
    public String getPassword() {
        return settings.password().value();
    }

    @Override
    public boolean isForTrying() {
        return false;
    }
}
