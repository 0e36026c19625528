package shop.kontor.limit;

import static java.util.Comparator.comparing;

import java.util.List;
import org.springframework.stereotype.Component;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.problem.TooManyRequests;

/** The counted attempts, each change in a transaction of its own: what fails later does not take it back. */
@Component
class Attempts {

    private final AttemptMapper attempts;

    Attempts(AttemptMapper attempts) {
        this.attempts = attempts;
    }

    /** Requires that none of the limits is reached. */
    void require(List<Limit> limits) {
        var seconds = attempts.findWait(limits);
        if (seconds != null) {
            throw new TooManyRequests(seconds);
        }
    }

    /** Counts an attempt for all of the limits, or for none if one of them is reached. */
    @RetryingTransaction
    void count(List<Limit> limits) {
        var sorted = limits.stream()
                .sorted(comparing(Limit::kind).thenComparing(Limit::subject))
                .toList();
        attempts.insert(sorted);
        if (attempts.update(sorted) < sorted.size()) {
            require(sorted);
            throw new TooManyRequests(1); // a window has ended since
        }
    }

    @RetryingTransaction
    void giveBack(List<Limit> limits) {
        attempts.updateBack(limits);
    }

    /**
     * Deletes attempts that count for nothing any more.
     *
     * @param limit how many at most
     * @return how many
     */
    @RetryingTransaction
    int forgetExpired(int limit) {
        return attempts.deleteExpired(limit);
    }
}
