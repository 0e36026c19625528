package shop.kontor.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import shop.kontor.api.model.Problem;

/**
 * A rejected request, with its response: the problem, which contains the status, and headers.
 *
 * <p>Spring's {@code ErrorResponseException} keeps extensions of RFC 9457 in a map, whose keys no compiler checks.
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
