package shop.kontor.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.reflection.DefaultReflectorFactory;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.reflection.ReflectorFactory;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends reads that take too long. The database does it, since a read outlives the client, and even the server, that waits
 * for it. Writes are not limited, nor are reads that lock.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/optimizer-hints.html">MySQL, optimizer hints</a>
 * @see <a href="https://mariadb.com/kb/en/set-statement/">MariaDB, SET STATEMENT</a>
 */
@Component
class ReadTimeLimit implements StatementPlugin {

    /** For MariaDB; a comment for MySQL. */
    private static final String STATEMENT = "/*M!100100 SET STATEMENT max_statement_time = 4 FOR */ ";

    /** For MySQL; a comment for MariaDB. */
    private static final String SELECT = "SELECT /*+ MAX_EXECUTION_TIME(4000) */";

    private static final Pattern READ = Pattern.compile("\\W*(SELECT)");

    /** Keeps what MyBatis finds out about a class: looking at it anew took a tenth of a read's CPU. */
    private static final ReflectorFactory REFLECTORS = new DefaultReflectorFactory();

    @Override
    public StatementHandler around(StatementHandler statement) {
        return new ForwardingStatement(statement) {
            /** Without the time that a transaction has left: a timer for each statement, which ends no wait. */
            @Override
            public Statement prepare(Connection connection, @Nullable Integer timeout) throws SQLException {
                limit(getBoundSql());
                return super.prepare(connection, null);
            }
        };
    }

    private static void limit(BoundSql statement) {
        MetaObject.forObject(
                        statement,
                        SystemMetaObject.DEFAULT_OBJECT_FACTORY,
                        SystemMetaObject.DEFAULT_OBJECT_WRAPPER_FACTORY,
                        REFLECTORS)
                .setValue("sql", limited(statement.getSql().strip()));
    }

    private static String limited(String sql) {
        var select = READ.matcher(sql);
        return select.lookingAt() && !sql.endsWith("FOR UPDATE")
                ? STATEMENT + sql.substring(0, select.start(1)) + SELECT + sql.substring(select.end())
                : sql;
    }
}
