package shop.kontor.sdk;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;

/** Decides whether a failed request is retried, and when: exponential back-off with jitter. */
final class Retries {

    private static final int MOST = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final boolean repeatable;
    private int count;

    /** For a request that is idempotent, or is not. */
    Retries(boolean repeatable) {
        this.repeatable = repeatable;
    }

    /** Waits before the next try, or throws the error. */
    void after(IOException e) throws IOException, InterruptedException {
        if (!repeatable || count == MOST) {
            throw e;
        }
        pause(Duration.ZERO);
    }

    /** Waits before the next try, as long as {@code Retry-After} says, or throws the error. */
    void after(ProblemException e) throws InterruptedException {
        var asked = retryAfter(e.getResponseHeaders());
        if (!repeatable || count == MOST || !e.passes() || asked.compareTo(LONGEST_PAUSE) > 0) {
            throw e;
        }
        pause(asked);
    }

    private void pause(Duration atLeast) throws InterruptedException {
        var backOff = FIRST_PAUSE.multipliedBy(1L << count++).toMillis();
        Thread.sleep(atLeast.toMillis() + ThreadLocalRandom.current().nextLong(backOff / 2, backOff));
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3); zero for what is neither, and for a date in the past. */
    private static Duration retryAfter(HttpHeaders headers) {
        var value = headers.firstValue("Retry-After").orElse("").strip();
        if (value.matches("\\d+")) {
            return Duration.ofSeconds(value.length() < 10 ? Long.parseLong(value) : Integer.MAX_VALUE);
        }
        try {
            var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            var asked = Duration.between(Instant.now(), date);
            return asked.isNegative() ? Duration.ZERO : asked;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
