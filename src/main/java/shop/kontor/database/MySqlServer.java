package shop.kontor.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import shop.kontor.settings.DatabaseSettings;
import shop.kontor.settings.StartupFailure;

/** A MySQL server that runs already, named by the {@code DB_*} variables. */
record MySqlServer(DatabaseSettings settings) implements Database {

    /**
     * Tries whether the shop can be kept there.
     *
     * @throws StartupFailure if not, saying what to do
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
                "The MySQL server at %s does not let user %s in: check DB_USER and DB_PASSWORD."
                        .formatted(server, settings.user());
            case MysqlErrorNumbers.ER_DBACCESS_DENIED_ERROR ->
                "User %s may not use the database %s on %s: grant it, or correct DB_NAME or DB_USER."
                        .formatted(settings.user(), settings.name(), server);
            case MysqlErrorNumbers.ER_BAD_DB_ERROR ->
                "There is no database %s on %s: create it with `mysql -u root -p < db/schema.sql`, or correct DB_NAME."
                        .formatted(settings.name(), server);
            case 0 -> "No MySQL server answers at %s: start it, or correct DB_HOST and DB_PORT.".formatted(server);
            default ->
                "The MySQL server at %s refuses the connection (error %d): %s"
                        .formatted(server, e.getErrorCode(), e.getMessage());
        };
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:mysql://" + settings.host() + ":" + settings.port() + "/" + settings.name() + OPTIONS
                + (isLocal() ? "&allowPublicKeyRetrieval=true" : "");
    }

    /** Whether nobody can stand between us and the server: then its key for the password may come unencrypted. */
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
