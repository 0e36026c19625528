package shop.kontor.problem;

import org.springframework.http.HttpStatus;
import shop.kontor.api.model.Problem;

/** Creates problems from their types or from plain statuses. */
public final class Problems {

    private Problems() {}

    static Problem of(ProblemType type) {
        return problem(type.uri(), type.title(), type.status());
    }

    /** The problem for a status that the framework chose: the first in the contract's list, except for conflicts. */
    public static Problem of(int status) {
        for (var type : ProblemType.values()) {
            if (type.status() == status && status != HttpStatus.CONFLICT.value()) {
                return of(type);
            }
        }
        var known = HttpStatus.resolve(status);
        return problem("about:blank", known == null ? "Error" : known.getReasonPhrase(), status);
    }

    private static Problem problem(String type, String title, int status) {
        return new Problem()
                .type(type)
                .title(title)
                .status(status)
                .errors(null)
                .blockers(null)
                .shortages(null);
    }
}
