package shop.kontor.problem;

/** The row does not exist. */
public class NotFound extends ProblemException {

    public NotFound(String what, long id) {
        this("No %s with id %d exists.".formatted(what, id));
    }

    public NotFound(String detail) {
        super(ProblemType.NOT_FOUND, detail);
    }
}
