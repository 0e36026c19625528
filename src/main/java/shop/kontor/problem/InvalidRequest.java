package shop.kontor.problem;

import java.util.List;
import shop.kontor.api.model.FieldError;

/** The request violates the contract; {@code errors} lists every violation. */
public class InvalidRequest extends ProblemException {

    public InvalidRequest(List<FieldError> faults) {
        super(ProblemType.INVALID_REQUEST, null);
        problem().setErrors(faults);
    }

    /**
     * A request whose body has a single error.
     *
     * @param pointer a JSON pointer (RFC 6901), empty for the root
     */
    public InvalidRequest(String pointer, String code, String detail) {
        this(List.of(inBody(pointer, code, detail)));
    }

    /** An error in a query, path or header parameter. */
    public static FieldError inParameter(String parameter, String code, String detail) {
        return new FieldError(code, detail).parameter(parameter);
    }

    /**
     * An error in the body.
     *
     * @param pointer a JSON pointer (RFC 6901), empty for the root
     */
    public static FieldError inBody(String pointer, String code, String detail) {
        return new FieldError(code, detail).pointer("#" + pointer);
    }
}
