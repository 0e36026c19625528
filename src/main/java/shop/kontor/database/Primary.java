package shop.kontor.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The primary of a replication group, and the connections to it, which end when another member takes its place. */
final class Primary {

    private static final Logger log = LoggerFactory.getLogger(Primary.class);

    private final Set<Connection> connections = Collections.newSetFromMap(new WeakHashMap<>());
    private @Nullable GroupMember member;
    private Runnable listener = () -> {};

    /** The member that has just said that it is the primary; null if none has. */
    synchronized @Nullable GroupMember get() {
        return member != null && member.isPrimary() ? member : null;
    }

    /** Calls this after each change. */
    synchronized void onChange(Runnable listener) {
        this.listener = listener;
    }

    /** A member has been asked. A former primary that returns from a pause says for a while that it is one. */
    synchronized void heard(GroupMember asked) {
        if (asked != member && asked.isPrimary() && get() == null) {
            log.info("The primary of the replication group is {}.", asked);
            member = asked;
            connections.forEach(Primary::end);
            connections.clear();
            listener.run();
        }
        if (member != null) {
            asked.report();
        }
    }

    /** Ends this connection as well when its member is the primary no more. */
    synchronized void keep(Connection connection, GroupMember owner) {
        if (owner == member) {
            connections.add(connection);
        } else {
            end(connection);
        }
    }

    /** In the middle of whatever it waits for. */
    private static void end(Connection connection) {
        try {
            connection.abort(end -> new Thread(end, "end of a connection").start());
        } catch (SQLException e) {
            log.debug("The connection has ended already.", e);
        }
    }
}
