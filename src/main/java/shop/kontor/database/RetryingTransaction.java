package shop.kontor.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

/**
 * All or nothing, in one transaction. If another's got in its way, by a deadlock or by holding a lock for too long, the
 * whole is begun anew up to three times; after that the exception is the caller's. Nothing is begun anew when the
 * connection was lost, since nobody knows then whether the transaction was committed.
 *
 * <p>What is called from within says {@code @Transactional(propagation = MANDATORY)}: a part can't be begun anew.
 * Only migrations and demo data have transactions of their own, since they run before the shop does.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/innodb-deadlocks-handling.html">MySQL, how to minimize and handle
 *     deadlocks</a>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional
@Retryable(includes = ConcurrencyFailureException.class, maxRetries = 3, delay = 40, jitter = 30, multiplier = 2)
public @interface RetryingTransaction {}
