package shop.kontor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

/** Writes down which SQL statements the server sends to its database, and can change them. */
@TestConfiguration(proxyBeanMethods = false)
public class Statements implements BeanPostProcessor, QueryExecutionListener {

    private volatile List<String> sent;
    private volatile AtomicInteger reads;
    private volatile UnaryOperator<String> change = UnaryOperator.identity();
    private volatile Fault fault = (statement, connection) -> {};

    /** What goes wrong before a statement is sent. */
    public interface Fault {
        void before(String statement, Connection connection) throws SQLException;
    }

    /** Those sent while something runs. */
    public List<String> during(Runnable something) {
        var during = new CopyOnWriteArrayList<String>();
        sent = during;
        try {
            something.run();
            return List.copyOf(during);
        } finally {
            sent = null;
        }
    }

    /** How many rows and entries of indexes the database reads for those sent while something runs. */
    public int reads(Runnable something) {
        reads = new AtomicInteger();
        try {
            something.run();
            return reads.get();
        } finally {
            reads = null;
        }
    }

    /** Sends other statements while something runs. */
    public void rewriting(UnaryOperator<String> change, Runnable something) {
        this.change = change;
        try {
            something.run();
        } finally {
            this.change = UnaryOperator.identity();
        }
    }

    /** Lets something go wrong while something runs. */
    public void failing(Fault fault, Runnable something) {
        this.fault = fault;
        try {
            something.run();
        } finally {
            this.fault = (statement, connection) -> {};
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource
                ? ProxyDataSourceBuilder.create(dataSource)
                        .listener(this)
                        .queryTransformer(statement -> change.apply(statement.getQuery()))
                        .build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        try {
            var connection = execution.getStatement().getConnection();
            for (var query : queries) {
                fault.before(query.getQuery().strip(), connection);
            }
        } catch (SQLException e) {
            throw as(e);
        }
        if (reads != null) {
            reads.addAndGet(-reads(execution.getStatement()));
        }
    }

    /** The caller is a method of JDBC, which throws it as it is. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> RuntimeException as(Exception e) throws E {
        throw (E) e;
    }

    /** The session's counters. */
    private static int reads(Statement statement) {
        try (var counters = statement.getConnection().createStatement();
                var rows = counters.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
            int sum = 0;
            while (rows.next()) {
                sum += rows.getInt("Value");
            }
            return sum;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (reads != null) {
            reads.addAndGet(reads(execution.getStatement()));
        }
        var now = sent;
        if (now != null) {
            queries.forEach(query -> now.add(query.getQuery().strip()));
        }
    }
}
