package shop.kontor.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.kontor.settings.DatabaseHost;

/**
 * A member of a replication group. A thread of its own asks it four times a second what it is, so that one that does not
 * respond delays no other.
 */
final class GroupMember {

    private static final Logger log = LoggerFactory.getLogger(GroupMember.class);

    /** For a member that takes the connection and says nothing. */
    private static final String PATIENCE = "2000";

    private static final long INTERVAL = 250;

    /** After this time without an answer another may be the primary; the group itself takes longer to expel one. */
    private static final Duration LATEST = Duration.ofMillis(1500);

    private final DatabaseHost host;
    private final Properties account;
    private volatile GroupRole role = GroupRole.SILENT;
    private volatile @Nullable SQLException failure;
    /** When it said so. */
    private volatile long asked;
    /** Nothing is reported of a member that works. */
    private GroupRole reported = GroupRole.SECONDARY;

    /**
     * Asks nothing yet.
     *
     * @param account the user and the password, and what else connections need
     */
    GroupMember(DatabaseHost host, Properties account) {
        this.host = host;
        this.account = account;
    }

    /** Asks until the thread is interrupted, and tells the listener each time. */
    void watch(Consumer<GroupMember> listener) {
        try {
            while (true) {
                try (var connection = connect("/", account)) {
                    while (true) {
                        role = GroupRole.of(connection);
                        failure = null;
                        asked = System.nanoTime();
                        listener.accept(this);
                        TimeUnit.MILLISECONDS.sleep(INTERVAL);
                    }
                } catch (SQLException e) {
                    role = GroupRole.SILENT;
                    failure = e;
                    listener.accept(this);
                    TimeUnit.MILLISECONDS.sleep(INTERVAL);
                }
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /** Logs that it has failed, or is back. */
    void report() {
        var now = role;
        if (now != reported && (now.isFault() || reported.isFault())) {
            log.warn("The MySQL server at {}", state());
        }
        reported = now;
    }

    /** Whether it has just said that it is the primary. */
    boolean isPrimary() {
        return role == GroupRole.PRIMARY && System.nanoTime() - asked < LATEST.toNanos();
    }

    /** Why it cannot be asked; null if it can. */
    @Nullable
    SQLException failure() {
        return failure;
    }

    /**
     * Opens a connection, without waiting for long.
     *
     * @param path the database and the options of the URL
     */
    Connection connect(String path, Properties info) throws SQLException {
        var impatient = new Properties();
        impatient.putAll(info);
        impatient.put("connectTimeout", PATIENCE);
        impatient.put("socketTimeout", PATIENCE);
        return DriverManager.getConnection("jdbc:mysql://" + host + path, impatient);
    }

    /** What it is, in words. */
    String state() {
        var reason = failure;
        var why = reason == null
                ? ""
                : String.valueOf(reason.getMessage())
                        .strip()
                        .lines()
                        .findFirst()
                        .orElse("");
        return host + " " + role + (why.isEmpty() ? "" : ": " + why);
    }

    @Override
    public String toString() {
        return host.toString();
    }
}
