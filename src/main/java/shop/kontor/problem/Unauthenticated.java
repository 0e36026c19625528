package shop.kontor.problem;

/** Nobody knows who sends the request. */
public class Unauthenticated extends ProblemException {

    public Unauthenticated(String detail) {
        super(ProblemType.UNAUTHENTICATED, detail);
    }
}
