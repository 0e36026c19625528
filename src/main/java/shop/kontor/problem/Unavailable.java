package shop.kontor.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The same request may well succeed a little later. */
public class Unavailable extends ProblemException {

    /**
     * A request that can't be answered just now.
     *
     * @param detail why, null if it is not for clients to know
     * @param seconds when to try again
     */
    public Unavailable(@Nullable String detail, int seconds) {
        super(ProblemType.UNAVAILABLE, detail);
        headers().set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }
}
