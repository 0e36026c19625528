package shop.kontor.problem;

/** There is no such row. */
public class NotFound extends ProblemException {

    public NotFound(String what, long id) {
        this("There is no %s %d.".formatted(what, id));
    }

    public NotFound(String detail) {
        super(ProblemType.NOT_FOUND, detail);
    }
}
