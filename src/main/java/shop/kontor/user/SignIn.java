package shop.kontor.user;

import org.springframework.stereotype.Component;
import shop.kontor.api.model.Credentials;
import shop.kontor.limit.KnownNetworks;
import shop.kontor.problem.TooManyRequests;
import shop.kontor.problem.Unauthenticated;
import shop.kontor.security.CurrentUser;
import shop.kontor.security.SecurityLog;

/** Authenticates users by password, without revealing whether an e-mail address is registered. */
@Component
class SignIn {

    private final UserMapper users;
    private final PasswordCheck passwords;
    private final KnownNetworks networks;

    SignIn(UserMapper users, PasswordCheck passwords, KnownNetworks networks) {
        this.users = users;
        this.passwords = passwords;
        this.networks = networks;
    }

    /**
     * Authenticates a user.
     *
     * @param caller who sends the credentials, and from where
     * @throws Unauthenticated if the user does not exist or the password is wrong
     * @throws TooManyRequests if there were too many wrong ones
     */
    UserCredentials check(CurrentUser caller, Credentials credentials) {
        var email = Registration.normal(credentials.getEmail());
        var user = users.findByEmail(email);
        if (!passwords.matches(user, email, credentials.getPassword(), caller.network())) {
            SecurityLog.signInFailed(caller, user.map(UserCredentials::id).orElse(null));
            throw refused();
        }
        networks.remember(user.orElseThrow().id(), caller.network());
        return user.get();
    }

    static Unauthenticated refused() {
        return new Unauthenticated("The e-mail address or the password is wrong.");
    }
}
