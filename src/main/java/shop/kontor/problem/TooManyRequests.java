package shop.kontor.problem;

import org.springframework.http.HttpHeaders;

/** Somebody asks too often. */
public class TooManyRequests extends ProblemException {

    /**
     * A request too many.
     *
     * @param seconds when to try again
     */
    public TooManyRequests(int seconds) {
        super(ProblemType.TOO_MANY_REQUESTS, "Try again in %d seconds.".formatted(seconds));
        headers().set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }
}
