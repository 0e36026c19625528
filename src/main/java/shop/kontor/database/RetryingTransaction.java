package shop.kontor.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs a method in a transaction, and retries the whole up to three times, for four seconds, after a deadlock or a lock
 * wait timeout; then the exception reaches the caller. A lost connection is never retried, since the transaction may have been committed.
 *
 * <p>Methods called from within use {@code @Transactional(propagation = MANDATORY)}: a part cannot be retried.
 * Only migrations and demo data have transactions of their own, since they run before the shop does.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/innodb-deadlocks-handling.html">MySQL, how to minimize and handle
 *     deadlocks</a>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional
@Retryable(
        includes = ConcurrencyFailureException.class,
        maxRetries = 3,
        delay = 40,
        jitter = 30,
        multiplier = 2,
        timeout = 4000)
public @interface RetryingTransaction {}
