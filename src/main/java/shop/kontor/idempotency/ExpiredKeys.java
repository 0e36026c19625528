package shop.kontor.idempotency;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Deletes idempotency keys after 24 hours. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ExpiredKeys {

    /** Rows per statement, few enough to keep locks short. */
    private static final int ROWS = 1000;

    private final Idempotency keys;

    ExpiredKeys(Idempotency keys) {
        this.keys = keys;
    }

    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void forget() {
        int forgotten;
        do {
            forgotten = keys.forgetExpired(ROWS);
        } while (forgotten == ROWS);
    }
}
