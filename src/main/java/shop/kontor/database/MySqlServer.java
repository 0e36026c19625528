package shop.kontor.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shop.kontor.settings.DatabaseHost;
import shop.kontor.settings.DatabaseSettings;
import shop.kontor.settings.StartupFailure;

/**
 * The MySQL server that the {@code DB_*} variables name, or the group.
 *
 * @param group null if there is one server
 * @param isEncrypted whether TLS is used if the server offers it. With one server on this machine it is not, unless that or
 *     the account requires it: it took a seventh of the CPU of a small read, the driver's and the server's together
 */
record MySqlServer(DatabaseSettings settings, @Nullable MySqlGroup group, boolean isEncrypted) implements Database {

    /** Watches the members of a group until it is closed, and opens nothing else yet. */
    static MySqlServer of(DatabaseSettings settings) {
        var hosts = settings.hosts();
        return hosts.size() == 1
                ? new MySqlServer(settings, null, !hosts.get(0).isLocal())
                : new MySqlServer(settings, new MySqlGroup(settings), true);
    }

    private MySqlServer encrypted() {
        return new MySqlServer(settings, group, true);
    }

    /**
     * Tests the connection.
     *
     * @throws StartupFailure if it fails, with the remedy
     */
    MySqlServer connected() {
        try (var connection = DriverManager.getConnection(getJdbcUrl(), getUsername(), getPassword())) {
            return this;
        } catch (SQLException e) {
            if (mayRequireEncryption(e)) {
                return encrypted().connected();
            }
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
            if (mayRequireEncryption(e)) {
                return encrypted().created();
            }
            throw new StartupFailure(advice(e), e);
        }
    }

    /** A server that does has an error for it, and an account that does looks like a wrong password. */
    private boolean mayRequireEncryption(SQLException e) {
        return !isEncrypted
                && (e.getErrorCode() == MysqlErrorNumbers.ER_ACCESS_DENIED_ERROR
                        || e.getErrorCode() == MysqlErrorNumbers.ER_SECURE_TRANSPORT_REQUIRED);
    }

    private String advice(SQLException e) {
        var server = settings.hosts().stream().map(DatabaseHost::toString).collect(Collectors.joining(", "));
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
            case MysqlErrorNumbers.ER_TABLEACCESS_DENIED_ERROR ->
                "User %s may not see which member of the group is the primary: GRANT SELECT ON performance_schema.replication_group_members to it."
                        .formatted(settings.user());
            case 0 ->
                group == null
                        ? "No MySQL server responds at %s: start it, or correct DB_HOST and DB_PORT.".formatted(server)
                        : "No member of DB_HOST is the primary of a replication group (%s): start the group, or correct DB_HOST."
                                .formatted(e.getMessage());
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
        var hosts = settings.hosts();
        return (group == null ? "jdbc:mysql://" + hosts.get(0) : group.url()) + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8) + OPTIONS
                // Only on this machine is the server's public key accepted without encryption.
                + (hosts.stream().allMatch(DatabaseHost::isLocal) ? "&allowPublicKeyRetrieval=true" : "")
                + (isEncrypted ? "" : "&sslMode=DISABLED");
    }

    @Override
    public String getDriverClassName() {
        return group == null ? com.mysql.cj.jdbc.Driver.class.getName() : PrimaryDriver.class.getName();
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

    @Override
    public void onFailover(Runnable listener) {
        if (group != null) {
            group.onFailover(listener);
        }
    }

    @Override
    public void close() {
        if (group != null) {
            group.close();
        }
    }
}
