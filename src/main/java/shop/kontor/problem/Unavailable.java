package shop.kontor.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A temporary failure: a retry may succeed. */
public class Unavailable extends ProblemException {

    /**
     * A request that cannot be processed at the moment.
     *
     * @param detail the reason, null if it is internal
     * @param seconds until a retry may succeed
     */
    public Unavailable(@Nullable String detail, int seconds) {
        super(ProblemType.UNAVAILABLE, detail);
        headers().set(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }
}
