package shop.kontor.problem;

/** The row is no longer as {@code If-Match} has it. */
public class PreconditionFailed extends ProblemException {

    public PreconditionFailed() {
        super(ProblemType.STALE, "Read it again, and send the new ETag.");
    }
}
