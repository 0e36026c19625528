package shop.kontor.problem;

/** The row is no longer as {@code If-Match} has it. */
public class Stale extends Refusal {

    public Stale() {
        super(ProblemType.STALE, "Read it again, and send the new ETag.");
    }
}
