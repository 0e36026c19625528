package shop.kontor.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the primary of a {@link MySqlGroup}, for all that open connections by a URL. Connector/J's own URLs with
 * several hosts do not ask who the primary is. It is public since pools load it by its name.
 */
public final class PrimaryDriver implements Driver {

    static final String PREFIX = "jdbc:mysql+primary://";

    private static final List<MySqlGroup> groups = new CopyOnWriteArrayList<>();

    static {
        try {
            DriverManager.registerDriver(new PrimaryDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** From now on it connects to this group as well. */
    static void add(MySqlGroup group) {
        groups.add(group);
    }

    static void remove(MySqlGroup group) {
        groups.remove(group);
    }

    private static Optional<MySqlGroup> group(String url) {
        return groups.stream()
                .filter(group -> url.startsWith(group.url() + "/"))
                .findFirst();
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        var group = group(url);
        return group.isEmpty()
                ? null
                : group.get().connect(url.substring(group.get().url().length()), info);
    }

    @Override
    public boolean acceptsURL(String url) {
        return group(url).isPresent();
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }
}
