package shop.kontor.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.apache.ibatis.session.ResultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import shop.kontor.settings.LogSettings;

/** Logs statements that take long, failed ones too: by mapper and id, without SQL and parameters. */
@Component
class SlowStatements implements StatementPlugin {

    private static final Logger log = LoggerFactory.getLogger(SlowStatements.class);

    private final Duration limit;

    SlowStatements(LogSettings settings) {
        limit = settings.slowStatement();
    }

    @Override
    public StatementHandler around(StatementHandler statement) {
        return new ForwardingStatement(statement) {
            @Override
            public int update(Statement prepared) throws SQLException {
                var begin = System.nanoTime();
                try {
                    return super.update(prepared);
                } finally {
                    ended(this, begin);
                }
            }

            @Override
            public <E> List<E> query(Statement prepared, ResultHandler handler) throws SQLException {
                var begin = System.nanoTime();
                try {
                    return super.query(prepared, handler);
                } finally {
                    ended(this, begin);
                }
            }
        };
    }

    private void ended(StatementHandler statement, long begin) {
        var duration = Duration.ofNanos(System.nanoTime() - begin);
        if (duration.compareTo(limit) > 0) {
            log.atWarn()
                    .addKeyValue("statement", id(statement))
                    .addKeyValue("milliseconds", duration.toMillis())
                    .log("Slow statement");
        }
    }

    /** The mapper and the id; only the handler of parameters knows them. */
    private static Object id(StatementHandler statement) {
        return SystemMetaObject.forObject(statement.getParameterHandler()).getValue("mappedStatement.id");
    }
}
