package shop.kontor.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.retry.MethodRetryEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import shop.kontor.order.OrderPlaced;

/** Counts the orders that were placed, and the transactions that the database broke off. */
@Measured
@Component
class ShopMetrics {

    private static final String DEADLOCK = "deadlock";
    private static final String LOCK_WAIT = "lock-wait";
    private static final String OTHER = "other";

    private final Counter orders;
    private final MeterProvider<Counter> conflicts;
    private final Counter failures;

    ShopMetrics(MeterRegistry registry) {
        orders = Counter.builder("kontor.orders.placed")
                .description("Orders that were placed")
                .register(registry);
        conflicts = Counter.builder("kontor.transaction.conflicts")
                .description("Transactions that were rolled back because of another, each time that they were tried")
                .withRegistry(registry);
        failures = Counter.builder("kontor.transaction.failures")
                .description("Transactions that were given up after the last retry")
                .register(registry);
        Stream.of(DEADLOCK, LOCK_WAIT, OTHER).forEach(reason -> conflicts.withTag("reason", reason));
    }

    @TransactionalEventListener
    void placed(OrderPlaced event) {
        orders.increment();
    }

    /** Follows {@code RetryingTransaction}: an event for each conflict, and one more when there is no retry left. */
    @EventListener
    void brokenOff(MethodRetryEvent event) {
        var failure = event.isRetryAborted() ? event.getFailure().getCause() : event.getFailure();
        if (failure instanceof ConcurrencyFailureException conflict) {
            var counter = event.isRetryAborted() ? failures : conflicts.withTag("reason", reason(conflict));
            counter.increment();
        }
    }

    /** By the error codes of MySQL and MariaDB. */
    private static String reason(ConcurrencyFailureException conflict) {
        if (NestedExceptionUtils.getMostSpecificCause(conflict) instanceof SQLException error) {
            return switch (error.getErrorCode()) {
                case 1213 -> DEADLOCK;
                case 1205 -> LOCK_WAIT;
                default -> OTHER;
            };
        }
        return OTHER;
    }
}
