package shop.kontor.database;

import java.sql.Statement;
import java.time.Duration;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.apache.ibatis.session.ResultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import shop.kontor.settings.LogSettings;

/** Logs statements that take long, failed ones too: by mapper and id, without SQL and parameters. */
@Component
@Intercepts({
    @Signature(
            type = StatementHandler.class,
            method = "query",
            args = {Statement.class, ResultHandler.class}),
    @Signature(
            type = StatementHandler.class,
            method = "update",
            args = {Statement.class})
})
class SlowStatements implements Interceptor {

    private static final Logger log = LoggerFactory.getLogger(SlowStatements.class);

    private final Duration limit;

    SlowStatements(LogSettings settings) {
        limit = settings.slowStatement();
    }

    @Override
    public Object intercept(Invocation call) throws Throwable {
        var begin = System.nanoTime();
        try {
            return call.proceed();
        } finally {
            var duration = Duration.ofNanos(System.nanoTime() - begin);
            if (duration.compareTo(limit) > 0) {
                log.atWarn()
                        .addKeyValue("statement", id((StatementHandler) call.getTarget()))
                        .addKeyValue("milliseconds", duration.toMillis())
                        .log("Slow statement");
            }
        }
    }

    /** The mapper and the id; only the handler of parameters knows them, and no other plugin is in front of it. */
    private static Object id(StatementHandler statement) {
        return SystemMetaObject.forObject(statement.getParameterHandler()).getValue("mappedStatement.id");
    }
}
