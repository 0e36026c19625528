package shop.kontor.database;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shop.kontor.settings.DatabaseHost;
import shop.kontor.settings.DatabaseSettings;

/**
 * A replication group with one primary: its connections are to the primary, and end when another member takes its place.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/group-replication-single-primary-mode.html">MySQL, single-primary
 *     mode</a>
 */
final class MySqlGroup implements AutoCloseable {

    /** A group takes about seven seconds to replace a primary. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final long INTERVAL = 50;

    /** Errors that no waiting mends. */
    private static final Set<Integer> DENIED =
            Set.of(MysqlErrorNumbers.ER_ACCESS_DENIED_ERROR, MysqlErrorNumbers.ER_TABLEACCESS_DENIED_ERROR);

    private final String url;
    private final List<GroupMember> members;
    private final List<Thread> watches;
    private final Primary primary = new Primary();

    /** Watches the members until it is closed. */
    MySqlGroup(DatabaseSettings settings) {
        var hosts = settings.hosts();
        url = PrimaryDriver.PREFIX + hosts.stream().map(DatabaseHost::toString).collect(Collectors.joining(","));
        var account = new Properties();
        account.put("user", settings.user());
        account.put("password", settings.password().value());
        account.put("allowPublicKeyRetrieval", String.valueOf(hosts.stream().allMatch(DatabaseHost::isLocal)));
        members = hosts.stream().map(host -> new GroupMember(host, account)).toList();
        watches = members.stream().map(this::watch).toList();
        watches.forEach(Thread::start);
        PrimaryDriver.add(this);
    }

    private Thread watch(GroupMember member) {
        var watch = new Thread(() -> member.watch(primary::heard), "watch " + member);
        watch.setDaemon(true);
        // Not the one of Tomcat, which warns of threads that outlive it.
        watch.setContextClassLoader(MySqlGroup.class.getClassLoader());
        return watch;
    }

    /** For {@link PrimaryDriver}, without a database and options. */
    String url() {
        return url;
    }

    /** Calls this after another member has become the primary. */
    void onFailover(Runnable listener) {
        primary.onChange(listener);
    }

    /**
     * Connects to the primary; waits for it, if there is none.
     *
     * @param path the database and the options of the URL
     * @throws SQLTransientConnectionException if none is found in ten seconds
     */
    Connection connect(String path, Properties info) throws SQLException {
        for (var end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; pause()) {
            var member = primary.get();
            var connection = member == null ? null : connect(member, path, info);
            if (connection != null) {
                return connection;
            }
            requireAccess();
        }
        var states = members.stream().map(GroupMember::state).collect(Collectors.joining(", "));
        throw new SQLTransientConnectionException(states);
    }

    /** Null if the member is the primary no more. */
    private @Nullable Connection connect(GroupMember member, String path, Properties info) throws SQLException {
        try {
            var connection = member.connect(path, info);
            primary.keep(connection, member);
            if (GroupRole.of(connection) == GroupRole.PRIMARY) {
                connection.setNetworkTimeout(Runnable::run, socketTimeout(path, info));
                return connection;
            }
            connection.close();
            return null;
        } catch (SQLException e) {
            if (e.getErrorCode() == 0) {
                return null; // it does not respond
            }
            throw e;
        }
    }

    private static int socketTimeout(String path, Properties info) {
        var host = ConnectionUrl.getConnectionUrlInstance("jdbc:mysql://localhost" + path, info)
                .getMainHost();
        return Integer.parseInt(host.getHostProperties().getOrDefault(PropertyKey.socketTimeout.getKeyName(), "0"));
    }

    /** Waits for nobody if none of the members can be asked, and one of them denies it. */
    private void requireAccess() throws SQLException {
        var failures = members.stream()
                .map(GroupMember::failure)
                .filter(Objects::nonNull)
                .toList();
        var denied = failures.stream()
                .filter(failure -> DENIED.contains(failure.getErrorCode()))
                .findFirst();
        if (denied.isPresent() && failures.size() == members.size()) {
            throw denied.get();
        }
    }

    private static void pause() throws SQLException {
        try {
            TimeUnit.MILLISECONDS.sleep(INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException(e);
        }
    }

    /** Ends the watch; connections stay open. */
    @Override
    public void close() {
        watches.forEach(Thread::interrupt);
        PrimaryDriver.remove(this);
    }
}
