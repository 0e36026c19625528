package shop.kontor.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import shop.kontor.api.model.FieldError;

/** The request violates the contract; {@code errors} lists every violation, up to a maximum. */
public class InvalidRequest extends ProblemException {

    /** The maximum number of errors in a response; the contract has the same. */
    public static final int MOST = 1000;

    /** The maximum length to which what a client sent is repeated in an error. */
    private static final int LONGEST = 100;

    public InvalidRequest(List<FieldError> faults) {
        super(ProblemType.INVALID_REQUEST, null);
        problem().setErrors(faults.subList(0, Math.min(faults.size(), MOST)));
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
        return new FieldError(code, detail).parameter(shortened(parameter));
    }

    /**
     * An error in the body.
     *
     * @param pointer a JSON pointer (RFC 6901), empty for the root
     */
    public static FieldError inBody(String pointer, String code, String detail) {
        return new FieldError(code, detail).pointer("#" + pointer);
    }

    /** The beginning of what a client sent, such as the name of an unknown member, without halves of surrogate pairs. */
    public static String shortened(String text) {
        var start = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return new String(start.getBytes(UTF_8), UTF_8);
    }
}
