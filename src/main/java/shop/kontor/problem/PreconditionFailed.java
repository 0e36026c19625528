package shop.kontor.problem;

/** The row no longer has the entity tag in {@code If-Match}. */
public class PreconditionFailed extends ProblemException {

    public PreconditionFailed() {
        super(ProblemType.STALE, "The row has changed: get it again, and send its new ETag.");
    }
}
