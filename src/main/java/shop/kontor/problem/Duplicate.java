package shop.kontor.problem;

import static shop.kontor.problem.InvalidRequest.inBody;

import java.util.List;

/** Another row already has this unique value. */
public class Duplicate extends ProblemException {

    /**
     * A value that must be unique and is not.
     *
     * @param pointer its location in the body: a JSON pointer (RFC 6901)
     */
    public Duplicate(String pointer, String detail) {
        this(List.of(pointer), detail);
    }

    /**
     * Values that must be unique and are not.
     *
     * @param pointers their locations in the body: JSON pointers (RFC 6901)
     */
    public Duplicate(List<String> pointers, String detail) {
        super(ProblemType.DUPLICATE, null);
        problem()
                .setErrors(pointers.stream()
                        .map(pointer -> inBody(pointer, "duplicate", detail))
                        .toList());
    }
}
