package shop.kontor.problem;

/** The caller's role does not permit the operation. */
public class Forbidden extends ProblemException {

    public Forbidden(String detail) {
        super(ProblemType.FORBIDDEN, detail);
    }
}
