package shop.kontor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> change = UnaryOperator.identity();

    /** Those sent while something runs. */
    public List<String> during(Runnable something) {
        sent.clear();
        something.run();
        return List.copyOf(sent);
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
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        queries.forEach(query -> sent.add(query.getQuery().strip()));
    }
}
