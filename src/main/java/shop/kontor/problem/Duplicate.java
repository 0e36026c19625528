package shop.kontor.problem;

import static shop.kontor.problem.InvalidRequest.inBody;

import java.util.List;

/** Another row has this value already. */
public class Duplicate extends ProblemException {

    /**
     * A value that is taken.
     *
     * @param pointer where it is in the body: a JSON pointer (RFC 6901)
     */
    public Duplicate(String pointer, String detail) {
        super(ProblemType.DUPLICATE, null);
        problem().setErrors(List.of(inBody(pointer, "duplicate", detail)));
    }
}
