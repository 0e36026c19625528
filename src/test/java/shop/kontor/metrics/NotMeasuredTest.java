package shop.kontor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import shop.kontor.KontorTest;

/** Where no port is set, nothing is measured. */
@KontorTest
class NotMeasuredTest {

    @Test
    void aServerWithoutThePortHasNoMetrics(@Autowired ApplicationContext context) {
        assertThat(context.getBeanProvider(MeterRegistry.class).stream()).isEmpty();
        assertThat(context.getBeanProvider(MetricsServer.class).stream()).isEmpty();
    }
}
