package shop.kontor.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
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

    /**
     * Creates the database, if it does not exist, as {@code db/schema.sql} does.
     *
     * @throws StartupFailure if that fails, with the remedy
     */
    MySqlServer created() {
        try (var connection = DriverManager.getConnection(url("") + LIMITS, getUsername(), getPassword());
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci"
                    .formatted(settings.name().replace("`", "``")));
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
                "Database %s does not exist on %s: run the command `schema`, which creates it, or correct DB_NAME."
                        .formatted(settings.name(), server);
            case 0 -> "No MySQL server responds at %s: start it, or correct DB_HOST and DB_PORT.".formatted(server);
            default ->
                "The MySQL server at %s rejects the connection (error %d): %s"
                        .formatted(server, e.getErrorCode(), e.getMessage());
        };
    }

    @Override
    public String unlimitedUrl() {
        return url(settings.name());
    }

    private String url(String database) {
        var host = settings.host().contains(":") && !settings.host().startsWith("[")
                ? "[" + settings.host() + "]"
                : settings.host();
        return "jdbc:mysql://" + host + ":" + settings.port() + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8) + OPTIONS
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
