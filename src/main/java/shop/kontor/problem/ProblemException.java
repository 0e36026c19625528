package shop.kontor.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import shop.kontor.api.model.Problem;

/**
 * A request that can't be granted, with all that is answered: the problem, its status in it, and headers.
 *
 * <p>Spring's {@code ErrorResponseException} would keep what the contract adds to RFC 9457 in a map, by names that no
 * compiler checks.
 */
public class ProblemException extends RuntimeException {

    private final transient Problem problem;
    private final transient HttpHeaders headers = new HttpHeaders();

    public ProblemException(ProblemType type, @Nullable String detail) {
        super(detail, null, false, false);
        problem = Problems.of(type).detail(detail);
    }

    public final Problem problem() {
        return problem;
    }

    public final HttpHeaders headers() {
        return headers;
    }
}
