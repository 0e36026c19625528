package shop.kontor.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import shop.kontor.settings.StartupFailure;

/** A MySQL server that runs already, named by the {@code DB_*} variables. */
record MySqlServer(String host, String port, String name, String user, String password) implements Database {

    /**
     * Tries whether the shop can be kept there.
     *
     * @throws StartupFailure if not, saying what to do
     */
    MySqlServer connected() {
        try (var connection = DriverManager.getConnection(getJdbcUrl(), user, password)) {
            return this;
        } catch (SQLException e) {
            throw new StartupFailure(advice(e), e);
        }
    }

    private String advice(SQLException e) {
        return switch (e.getErrorCode()) {
            case MysqlErrorNumbers.ER_ACCESS_DENIED_ERROR ->
                "The MySQL server at %s:%s does not let user %s in: check DB_USER and DB_PASSWORD."
                        .formatted(host, port, user);
            case MysqlErrorNumbers.ER_DBACCESS_DENIED_ERROR ->
                "User %s may not use the database %s on %s:%s: grant it, or correct DB_NAME or DB_USER."
                        .formatted(user, name, host, port);
            case MysqlErrorNumbers.ER_BAD_DB_ERROR ->
                "There is no database %s on %s:%s: create it with `mysql -u root -p < db/schema.sql`, or correct DB_NAME."
                        .formatted(name, host, port);
            case 0 ->
                "No MySQL server answers at %s:%s: start it, or correct DB_HOST and DB_PORT.".formatted(host, port);
            default ->
                "The MySQL server at %s:%s refuses the connection (error %d): %s"
                        .formatted(host, port, e.getErrorCode(), e.getMessage());
        };
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:mysql://" + host + ":" + port + "/" + name + OPTIONS
                + (isLocal() ? "&allowPublicKeyRetrieval=true" : "");
    }

    /** Whether nobody can stand between us and the server: then its key for the password may come unencrypted. */
    private boolean isLocal() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public boolean isForTrying() {
        return false;
    }
}
