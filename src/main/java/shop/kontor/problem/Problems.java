package shop.kontor.problem;

import org.springframework.http.HttpStatus;
import shop.kontor.api.model.Problem;
import shop.kontor.log.TraceId;

/** Creates problems from their types or from plain statuses, with the trace id of the request. */
public final class Problems {

    private Problems() {}

    static Problem of(ProblemType type) {
        return problem(type.uri(), type.title(), type.status());
    }

    /** The problem for a status that the framework chose: the first in the contract's list, except for conflicts. */
    static Problem of(int status) {
        for (var type : ProblemType.values()) {
            if (type.status() == status && status != HttpStatus.CONFLICT.value()) {
                return of(type);
            }
        }
        var known = HttpStatus.resolve(status);
        return problem("about:blank", known == null ? "Error" : known.getReasonPhrase(), status);
    }

    /** The problem for a status that the container chose; it names no reason, but has few for a 400. */
    public static Problem ofTheContainer(int status) {
        return of(status)
                .detail(
                        status == HttpStatus.BAD_REQUEST.value()
                                ? "The request line, a header, the path or a chunk of the body is malformed or too long."
                                : null);
    }

    private static Problem problem(String type, String title, int status) {
        return new Problem(type, title, status).traceId(TraceId.current());
    }
}
