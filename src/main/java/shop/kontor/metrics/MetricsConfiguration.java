package shop.kontor.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shop.kontor.contract.Contract;

/** The registry of all metrics, and those that libraries bring; Spring Boot adds the connection pool's. */
@Measured
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    @Bean
    PrometheusMeterRegistry metrics() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        // there are no sessions, and the pool's own metrics say more
        registry.config()
                .meterFilter(MeterFilter.denyNameStartsWith("tomcat.sessions"))
                .meterFilter(MeterFilter.denyNameStartsWith("jdbc.connections"));
        return registry;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestMetrics(
            Contract contract, MeterRegistry registry) {
        return tomcat -> tomcat.addEngineValves(new RequestMetrics(contract, registry));
    }

    @Bean
    SmartInitializingSingleton binding(MeterRegistry registry, List<MeterBinder> binders) {
        return () -> binders.forEach(binder -> binder.bindTo(registry));
    }

    @Bean
    JvmGcMetrics garbageCollection() {
        return new JvmGcMetrics();
    }

    @Bean
    JvmMemoryMetrics memory() {
        return new JvmMemoryMetrics();
    }

    @Bean
    JvmThreadMetrics threads() {
        return new JvmThreadMetrics();
    }

    @Bean
    ProcessorMetrics processor() {
        return new ProcessorMetrics();
    }

    @Bean
    FileDescriptorMetrics files() {
        return new FileDescriptorMetrics();
    }

    @Bean
    UptimeMetrics uptime() {
        return new UptimeMetrics();
    }
}
