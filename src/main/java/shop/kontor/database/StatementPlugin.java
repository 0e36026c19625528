package shop.kontor.database;

import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Invocation;

/**
 * Adds something to each statement. MyBatis's own plugins are proxies that are made anew, and called by reflection, for each
 * of them, which took a twentieth of the CPU of a small read and a quarter of what it allocates.
 */
interface StatementPlugin extends Interceptor {

    StatementHandler around(StatementHandler statement);

    @Override
    default Object plugin(Object target) {
        return target instanceof StatementHandler statement ? around(statement) : target;
    }

    /** Only proxies call it. */
    @Override
    default Object intercept(Invocation call) {
        throw new UnsupportedOperationException("there is no proxy");
    }
}
