package shop.kontor.problem;

/** There is no such row. */
public class NotFound extends ProblemException {

    public NotFound(String what, long id) {
        super(ProblemType.NOT_FOUND, "There is no %s %d.".formatted(what, id));
    }
}
