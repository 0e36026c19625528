package shop.kontor.user;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import shop.kontor.limit.KnownNetworks;
import shop.kontor.limit.Limit;
import shop.kontor.limit.Limits;
import shop.kontor.problem.TooManyRequests;
import shop.kontor.security.ClientNetwork;
import shop.kontor.settings.SignInSettings;

/**
 * Verifies passwords, and limits the wrong ones: per account and per network. An account has attempts of its own on each
 * network that its user is known to use, so that nobody elsewhere can shut the user out.
 */
@Component
class PasswordCheck {

    /** Unknown addresses share so many limits: they are refused as known ones are, and need no row for each. */
    private static final int STRANGERS = 1 << 16;

    private final Passwords passwords;
    private final HashingCapacity capacity;
    private final Limits limits;
    private final KnownNetworks networks;
    private final SignInSettings settings;

    PasswordCheck(
            Passwords passwords,
            HashingCapacity capacity,
            Limits limits,
            KnownNetworks networks,
            SignInSettings settings) {
        this.passwords = passwords;
        this.capacity = capacity;
        this.limits = limits;
        this.networks = networks;
        this.settings = settings;
    }

    /**
     * Whether somebody who is signed in knows the account's password. To be called outside of a transaction.
     *
     * @throws TooManyRequests if there were too many wrong ones, or too many are being verified
     */
    boolean matches(UserCredentials account, String password, ClientNetwork network) {
        var all = limits(Optional.of(account), account.email(), network);
        return matches(HashingShare.PASSWORD_CHANGE, all, password, account.passwordHash());
    }

    /**
     * Whether somebody may sign in; it takes as long if there is no such account.
     *
     * @param email as it was sent
     * @throws TooManyRequests if there were too many wrong ones, or too many are being verified
     */
    boolean matches(Optional<UserCredentials> account, String email, String password, ClientNetwork network) {
        var hash = account.map(UserCredentials::passwordHash).orElse(Passwords.NOBODY);
        var all = limits(account, email, network);
        return matches(HashingShare.SIGN_IN, all, password, hash) && account.isPresent();
    }

    private boolean matches(HashingShare share, List<Limit> all, String password, String hash) {
        limits.require(all);
        return capacity.use(
                share, () -> limits.attempt(all, () -> passwords.matches(password, hash), matches -> !matches));
    }

    private List<Limit> limits(Optional<UserCredentials> account, String email, ClientNetwork network) {
        var id = account.map(UserCredentials::id).orElse(0L);
        if (networks.has(id, network)) {
            return List.of(new Limit("known-network", id + " " + network, settings.attemptsPerAccount()));
        }
        var subject = account.isPresent() ? Long.toString(id) : stranger(email);
        return List.of(
                new Limit("account", subject, settings.attemptsPerAccount()),
                new Limit("network", network.toString(), settings.attemptsPerAddress()));
    }

    /** The same for addresses that the database would take for the same: it pads. */
    private static String stranger(String email) {
        var padded = email.replaceFirst(" +$", "");
        return "unknown " + Math.floorMod(padded.hashCode(), STRANGERS);
    }
}
