package shop.kontor.problem;

import org.springframework.http.HttpHeaders;

/** A rate limit has been reached. */
public class TooManyRequests extends ProblemException {

    /**
     * A request beyond the rate limit.
     *
     * @param seconds until a retry may succeed
     */
    public TooManyRequests(int seconds) {
        super(ProblemType.TOO_MANY_REQUESTS, "Retry in %d seconds.".formatted(seconds));
        headers().set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }
}
