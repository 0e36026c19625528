package shop.kontor.problem;

/** The caller's role does not allow it. */
public class Forbidden extends ProblemException {

    public Forbidden(String detail) {
        super(ProblemType.FORBIDDEN, detail);
    }
}
