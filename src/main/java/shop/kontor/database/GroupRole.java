package shop.kontor.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a MySQL server is in a replication group, as it says itself.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/group-replication-replication-group-members.html">MySQL, the
 *     replication_group_members table</a>
 */
enum GroupRole {
    /** It accepts writes, and sees most of the members. */
    PRIMARY("considers itself the primary"),
    SECONDARY("is a secondary"),
    /** What is written to it reaches no other, even if it accepts writes. */
    OUTSIDER("is not online in a replication group"),
    SILENT("does not respond");

    private static final String QUERY = """
        SELECT CASE
          WHEN COALESCE(SUM(MEMBER_ID = @@server_uuid AND MEMBER_STATE = 'ONLINE'), 0) = 0 THEN 'OUTSIDER'
          WHEN SUM(MEMBER_ID = @@server_uuid AND MEMBER_ROLE = 'PRIMARY') = 1
            AND SUM(MEMBER_STATE <> 'UNREACHABLE') * 2 > COUNT(*)
            AND NOT @@global.super_read_only THEN 'PRIMARY'
          ELSE 'SECONDARY'
        END
        FROM performance_schema.replication_group_members
        """;

    private final String words;

    GroupRole(String words) {
        this.words = words;
    }

    /** Asks the server of a connection. */
    static GroupRole of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(QUERY)) {
            row.next();
            return valueOf(row.getString(1));
        }
    }

    /** Whether the operator should know. */
    boolean isFault() {
        return this == OUTSIDER || this == SILENT;
    }

    @Override
    public String toString() {
        return words;
    }
}
