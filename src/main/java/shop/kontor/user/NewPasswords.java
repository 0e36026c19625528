package shop.kontor.user;

import java.util.List;
import org.springframework.stereotype.Component;
import shop.kontor.limit.Limit;
import shop.kontor.limit.Limits;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.problem.TooManyRequests;
import shop.kontor.security.CurrentUser;
import shop.kontor.settings.RegistrationSettings;

/**
 * Hashes the passwords that users choose. How many may register from one network is limited, since the response tells
 * whether an e-mail address is registered.
 */
@Component
class NewPasswords {

    private final Passwords passwords;
    private final HashingCapacity capacity;
    private final Limits limits;
    private final RegistrationSettings settings;

    NewPasswords(Passwords passwords, HashingCapacity capacity, Limits limits, RegistrationSettings settings) {
        this.passwords = passwords;
        this.capacity = capacity;
        this.limits = limits;
        this.settings = settings;
    }

    /**
     * Hashes the password of a new user, and counts the registration, unless the server is open to this machine alone, where everybody is a manager.
     *
     * @throws InvalidRequest if the password is too common
     * @throws TooManyRequests if there were too many registrations, or too many are in progress
     */
    String ofNewUser(CurrentUser caller, String password) {
        if (caller.isManager()) {
            return capacity.use(HashingShare.REGISTRATION, () -> passwords.hash(password));
        }
        var limit = List.of(new Limit("registration", caller.network().toString(), settings.attemptsPerAddress()));
        limits.require(limit);
        return capacity.use(
                HashingShare.REGISTRATION, () -> limits.attempt(limit, () -> passwords.hash(password), hash -> true));
    }

    /** Hashes the new password of a user; throws as {@link #ofNewUser} does. */
    String ofUser(String password) {
        return capacity.use(HashingShare.PASSWORD_CHANGE, () -> passwords.hash(password));
    }
}
