package shop.kontor.problem;

/** Somebody asks too often. */
public class TooManyRequests extends ProblemException {

    private final int seconds;

    /**
     * @param seconds when to try again
     */
    public TooManyRequests(int seconds) {
        super(ProblemType.TOO_MANY_REQUESTS, "Try again in %d seconds.".formatted(seconds));
        this.seconds = seconds;
    }

    int seconds() {
        return seconds;
    }
}
