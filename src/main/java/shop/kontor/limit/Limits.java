package shop.kontor.limit;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import shop.kontor.problem.TooManyRequests;

/**
 * Limits how often something is tried. An attempt is counted before it is made, so that simultaneous ones all count, and
 * given back if it is none; one that is refused does not count.
 */
@Component
public class Limits {

    private final Attempts attempts;

    Limits(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Counts nothing, and spares a request that would be refused the wait for its turn.
     *
     * @throws TooManyRequests if one of the limits is reached
     */
    public void require(List<Limit> limits) {
        attempts.require(limits);
    }

    /**
     * Makes an attempt. To be called outside of a transaction, which would take back the count when it fails.
     *
     * @param isSpent whether an attempt with this result counts; one that throws does not
     * @throws TooManyRequests if one of the limits is reached
     */
    public <T> T attempt(List<Limit> limits, Supplier<T> work, Predicate<T> isSpent) {
        attempts.count(limits);
        var spent = false;
        try {
            var result = work.get();
            spent = isSpent.test(result);
            return result;
        } catch (DataAccessResourceFailureException | RecoverableDataAccessException | TransactionException e) {
            spent = true; // the database is lost, and would only be waited for again
            throw e;
        } finally {
            if (!spent) {
                attempts.giveBack(limits);
            }
        }
    }
}
