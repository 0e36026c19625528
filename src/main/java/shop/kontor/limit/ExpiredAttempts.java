package shop.kontor.limit;

import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes attempts after 15 minutes, and known networks after 90 days. */
@Component
class ExpiredAttempts {

    /** Rows per statement, few enough to keep locks short. */
    private static final int ROWS = 1000;

    private final Attempts attempts;
    private final KnownNetworks networks;

    ExpiredAttempts(Attempts attempts, KnownNetworks networks) {
        this.attempts = attempts;
        this.networks = networks;
    }

    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void forget() {
        all(attempts::forgetExpired);
        all(networks::forgetExpired);
    }

    private static void all(IntUnaryOperator forget) {
        while (forget.applyAsInt(ROWS) == ROWS) {
            // there are more
        }
    }
}
