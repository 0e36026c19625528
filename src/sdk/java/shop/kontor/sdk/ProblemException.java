package shop.kontor.sdk;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.kontor.sdk.client.ApiClient;
import shop.kontor.sdk.client.ApiException;
import shop.kontor.sdk.model.Problem;
import tools.jackson.core.JacksonException;

/** The shop, or a proxy in front of it, rejected a request; {@link #type()} says why. */
public final class ProblemException extends ApiException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final ProblemType type;

    private ProblemException(Problem problem, HttpResponse<?> answer, String body) {
        super(message(problem), answer.statusCode(), answer.headers(), body);
        this.problem = problem;
        type = ProblemType.of(problem.getType());
    }

    static ProblemException of(HttpResponse<byte[]> answer) {
        var body = new String(answer.body(), StandardCharsets.UTF_8);
        return new ProblemException(problem(answer.statusCode(), body), answer, body);
    }

    /** The problem type, for a switch. */
    public ProblemType type() {
        return type;
    }

    /** The whole problem; its trace id finds the request in the log of the server. */
    public Problem problem() {
        return problem;
    }

    /** Whether the same request may succeed on a retry. */
    boolean passes() {
        return switch (getCode()) {
            case 429, 502, 503, 504 -> type != ProblemType.QUERY_TIMEOUT;
            default -> type == ProblemType.REQUEST_IN_PROGRESS;
        };
    }

    private static Problem problem(int status, String body) {
        try {
            var problem = ApiClient.createDefaultObjectMapper().readValue(body, Problem.class);
            if (problem != null && problem.getType() != null) {
                return problem;
            }
        } catch (JacksonException e) {
            // The response is not a problem of the shop.
        }
        var title = status / 100 == 3 ? "HTTP " + status + ": redirects are not followed" : "HTTP " + status;
        return new Problem().type("about:blank").title(title).status(status);
    }

    private static String message(Problem problem) {
        var faults = Stream.ofNullable(problem.getErrors())
                .flatMap(List::stream)
                .map(fault -> sentence(" ", fault.getPointer(), fault.getParameter(), fault.getDetail()));
        return sentence("; ", problem.getTitle(), problem.getDetail(), sentence(", ", faults.toArray(String[]::new)));
    }

    private static String sentence(String between, String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(between));
    }
}
