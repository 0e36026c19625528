package shop.kontor.security;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import shop.kontor.api.model.Role;

/**
 * Logs what the operator of a public shop wants to know: one line each, with who, from where and what as key-value pairs.
 *
 * <p>Users are named by their ids. Nothing that a client chose is logged, so that no client can forge a line.
 */
public final class SecurityLog {

    private static final Logger log = LoggerFactory.getLogger(SecurityLog.class);

    private SecurityLog() {}

    /**
     * Logs a failed sign-in.
     *
     * @param account whose password was wrong, null if nobody has the e-mail address
     */
    public static void signInFailed(CurrentUser caller, @Nullable Long account) {
        write(Level.WARN, "Sign-in failed", caller, "account", account);
    }

    /**
     * Logs a request that was refused by a limit.
     *
     * @param operation its method and path, as the contract has them
     */
    static void limitReached(CurrentUser caller, String operation) {
        write(Level.WARN, "Limit reached", caller, "operation", operation);
    }

    /**
     * Logs the change of a user's role, once the transaction that makes it is committed.
     *
     * @param account whose role it is
     */
    public static void roleChanged(CurrentUser caller, long account, Role from, Role to) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

            @Override
            public void afterCommit() {
                write(Level.INFO, "Role changed", caller, "account", account, "from", from, "to", to);
            }
        });
    }

    private static void write(Level level, String what, CurrentUser caller, @Nullable Object... facts) {
        var line = log.atLevel(level).addKeyValue("address", caller.address());
        if (caller.id() != null) {
            line = line.addKeyValue("user", caller.id());
        }
        for (int i = 0; i < facts.length; i += 2) {
            var fact = facts[i + 1];
            if (fact != null) {
                line = line.addKeyValue(String.valueOf(facts[i]), fact);
            }
        }
        line.log(what);
    }
}
