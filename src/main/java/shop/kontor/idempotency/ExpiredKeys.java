package shop.kontor.idempotency;

import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets keys after 24 hours. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ExpiredKeys {

    /** So few at once that nobody waits for it. */
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
