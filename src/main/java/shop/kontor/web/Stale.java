package shop.kontor.web;

/** The row is no longer as {@code If-Match} has it. */
class Stale extends Refusal {

    Stale() {
        super(ProblemType.STALE, "Read it again, and send the new ETag.");
    }
}
