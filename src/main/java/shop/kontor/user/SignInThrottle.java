package shop.kontor.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import shop.kontor.problem.TooManyRequests;
import shop.kontor.settings.SignInSettings;

/** Counts failed sign-ins, so that nobody can guess for long: by account, and by the address they come from. */
@Component
class SignInThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    /** Past so many, the least used are forgotten: memory is bounded whoever guesses. */
    private static final int MOST = 100_000;

    private final Cache<String, AtomicInteger> accounts = counters();
    private final Cache<String, AtomicInteger> addresses = counters();
    private final SignInSettings settings;

    SignInThrottle(SignInSettings settings) {
        this.settings = settings;
    }

    /**
     * Counts one more, before the password is looked at, so that many at once count as many.
     *
     * @throws TooManyRequests if there were too many in the last quarter of an hour
     */
    void begin(String email, String address) {
        if (counter(accounts, email).incrementAndGet() > settings.attemptsPerAccount()
                || counter(addresses, address).incrementAndGet() > settings.attemptsPerAddress()) {
            throw new TooManyRequests((int) WINDOW.toSeconds());
        }
    }

    /** Forgets what was counted: the password was right. */
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
