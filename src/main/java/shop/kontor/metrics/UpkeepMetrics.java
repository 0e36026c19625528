package shop.kontor.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Measures the rows that are kept for a time only. They are read at intervals and not by a scrape, which waits for no
 * database; what was read too long ago is no number.
 */
@Measured
@Component
class UpkeepMetrics {

    /** Counts no more keys than this, so that the count takes less than a tenth of a second. */
    static final int MOST_KEYS = 100_000;

    private static final long VALID = Duration.ofMinutes(2).toNanos();

    private final UpkeepMapper mapper;
    private volatile @Nullable Reading latest;

    private record Reading(Upkeep upkeep, long at) {}

    UpkeepMetrics(UpkeepMapper mapper, MeterRegistry registry) {
        this.mapper = mapper;
        Gauge.builder("kontor.idempotency.keys", () -> value(upkeep -> upkeep.keys()))
                .description("Idempotency keys that are kept, counted up to " + MOST_KEYS)
                .register(registry);
        age("idempotency_keys", Upkeep::keysAge, registry);
        age("sessions", Upkeep::sessionsAge, registry);
        age("attempts", Upkeep::attemptsAge, registry);
        age("known_networks", Upkeep::networksAge, registry);
    }

    private void age(String table, Function<Upkeep, @Nullable Long> age, MeterRegistry registry) {
        Gauge.builder("kontor.expired.rows.age", () -> value(age))
                .description("How long ago the oldest row expired that is yet to be deleted")
                .baseUnit("seconds")
                .tag("table", table)
                .register(registry);
    }

    private double value(Function<Upkeep, @Nullable Long> member) {
        var reading = latest;
        if (reading == null || System.nanoTime() - reading.at() > VALID) {
            return Double.NaN;
        }
        var value = member.apply(reading.upkeep());
        return value == null ? 0 : Math.max(0, value);
    }

    @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void read() {
        try {
            latest = new Reading(mapper.find(MOST_KEYS), System.nanoTime());
        } catch (DataAccessException e) {
            // the database cannot be read, which the pool's metrics show
        }
    }
}
