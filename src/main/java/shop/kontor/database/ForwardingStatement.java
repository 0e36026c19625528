package shop.kontor.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Passes all calls on to another statement; a {@link StatementPlugin} overrides some. */
class ForwardingStatement implements StatementHandler {

    private final StatementHandler statement;

    ForwardingStatement(StatementHandler statement) {
        this.statement = statement;
    }

    @Override
    public Statement prepare(Connection connection, @Nullable Integer timeout) throws SQLException {
        return statement.prepare(connection, timeout);
    }

    @Override
    public void parameterize(Statement prepared) throws SQLException {
        statement.parameterize(prepared);
    }

    @Override
    public void batch(Statement prepared) throws SQLException {
        statement.batch(prepared);
    }

    @Override
    public int update(Statement prepared) throws SQLException {
        return statement.update(prepared);
    }

    @Override
    public <E> List<E> query(Statement prepared, ResultHandler handler) throws SQLException {
        return statement.query(prepared, handler);
    }

    @Override
    public <E> Cursor<E> queryCursor(Statement prepared) throws SQLException {
        return statement.queryCursor(prepared);
    }

    @Override
    public BoundSql getBoundSql() {
        return statement.getBoundSql();
    }

    @Override
    public ParameterHandler getParameterHandler() {
        return statement.getParameterHandler();
    }
}
