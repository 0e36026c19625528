package shop.kontor.problem;

import java.util.List;
import shop.kontor.api.model.FieldError;

/** The request breaks the contract; every fault is named. */
public class InvalidRequest extends ProblemException {

    public InvalidRequest(List<FieldError> faults) {
        super(ProblemType.INVALID_REQUEST, null);
        problem().setErrors(faults);
    }

    /**
     * A request whose body has a single fault.
     *
     * @param pointer a JSON pointer (RFC 6901), empty for the whole
     */
    public InvalidRequest(String pointer, String code, String detail) {
        this(List.of(inBody(pointer, code, detail)));
    }

    /** A fault of a query, path or header parameter. */
    public static FieldError inParameter(String parameter, String code, String detail) {
        return new FieldError(code, detail).parameter(parameter);
    }

    /**
     * A fault of the body.
     *
     * @param pointer a JSON pointer (RFC 6901), empty for the whole
     */
    public static FieldError inBody(String pointer, String code, String detail) {
        return new FieldError(code, detail).pointer("#" + pointer);
    }
}
