package shop.kontor.user;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes sessions whose tokens have expired. */
@Component
class ExpiredSessions {

    /** Rows per statement, few enough to keep locks short. */
    private static final int ROWS = 1000;

    private final Sessions sessions;

    ExpiredSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void forget() {
        int forgotten;
        do {
            forgotten = sessions.forgetExpired(ROWS);
        } while (forgotten == ROWS);
    }
}
