package shop.kontor.limit;

import org.springframework.stereotype.Component;
import shop.kontor.database.RetryingTransaction;
import shop.kontor.security.ClientNetwork;

/** The networks that users have signed in from in the last 90 days. */
@Component
public class KnownNetworks {

    /** Of one user, the latest: nobody fills the table by moving about. */
    private static final int MOST = 50;

    private final KnownNetworkMapper networks;

    KnownNetworks(KnownNetworkMapper networks) {
        this.networks = networks;
    }

    /** Whether a user has signed in from a network. */
    public boolean has(long userId, ClientNetwork network) {
        return networks.hasNetwork(userId, network.toString());
    }

    /** Remembers that a user has signed in from a network. */
    @RetryingTransaction
    public void remember(long userId, ClientNetwork network) {
        if (networks.update(userId, network.toString()) == 0) {
            // before the insert: two that wait for each other's new row would be a deadlock
            networks.deleteOldest(userId, MOST - 1);
            networks.insert(userId, network.toString());
        }
    }

    /**
     * Deletes networks that have not been used for 90 days.
     *
     * @param limit how many at most
     * @return how many
     */
    @RetryingTransaction
    int forgetExpired(int limit) {
        return networks.deleteExpired(limit);
    }
}
