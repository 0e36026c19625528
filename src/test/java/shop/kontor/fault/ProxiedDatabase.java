package shop.kontor.fault;

import com.zaxxer.hikari.HikariDataSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/** Leads the server's pool to its database through a proxy. */
@TestConfiguration(proxyBeanMethods = false)
class ProxiedDatabase implements BeanPostProcessor, PriorityOrdered, DisposableBean {

    private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/");

    @Nullable
    TcpProxy proxy;

    @Nullable
    HikariDataSource pool;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource source) {
            var address = ADDRESS.matcher(source.getJdbcUrl());
            address.find();
            proxy = new TcpProxy(address.group(1), Integer.parseInt(address.group(2)));
            source.setJdbcUrl(address.replaceFirst("//127.0.0.1:" + proxy.port() + "/"));
            pool = source;
        }
        return bean;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void destroy() {
        if (proxy != null) {
            proxy.close();
        }
    }
}
