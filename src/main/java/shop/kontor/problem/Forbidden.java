package shop.kontor.problem;

/** The caller's role does not allow it. */
public class Forbidden extends Refusal {

    public Forbidden(String detail) {
        super(ProblemType.FORBIDDEN, detail);
    }
}
