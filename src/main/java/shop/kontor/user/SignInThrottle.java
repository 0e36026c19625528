package shop.kontor.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import shop.kontor.problem.TooManyRequests;
import shop.kontor.settings.SignInSettings;

/** Limits the rate of failed sign-ins, per account and per remote address. */
@Component
class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    /** The maximum number of counters; the least recently used are dropped, which bounds memory. */
    private static final int MOST = 100_000;

    private final Cache<String, AtomicInteger> accounts = counters();
    private final Cache<String, AtomicInteger> addresses = counters();
    private final SignInSettings settings;

    SignInThrottle(SignInSettings settings) {
        this.settings = settings;
    }

    /**
     * Counts an attempt, before the password is verified, so that concurrent attempts all count.
     *
     * @throws TooManyRequests if the limit of the last 15 minutes is reached
     */
    void begin(String email, String address) {
        if (counter(accounts, email).incrementAndGet() > settings.attemptsPerAccount()
                || counter(addresses, address).incrementAndGet() > settings.attemptsPerAddress()) {
            throw new TooManyRequests((int) WINDOW.toSeconds());
        }
    }

    /** Resets the counters after a successful sign-in. */
    void succeed(String email, String address) {
        accounts.invalidate(email);
        counter(addresses, address).decrementAndGet();
    }

    private static AtomicInteger counter(Cache<String, AtomicInteger> counters, String key) {
        return counters.get(key, k -> new AtomicInteger());
    }

    private static Cache<String, AtomicInteger> counters() {
        return Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(MOST).build();
    }
}
