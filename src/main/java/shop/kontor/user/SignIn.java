package shop.kontor.user;

import org.springframework.stereotype.Component;
import shop.kontor.api.model.Credentials;
import shop.kontor.problem.Unauthenticated;
import shop.kontor.security.CurrentUser;
import shop.kontor.security.SecurityLog;

/** Authenticates users by password, without revealing whether an e-mail address is registered. */
@Component
class SignIn {

    private final UserMapper users;
    private final Passwords passwords;
    private final HashingCapacity capacity;
    private final SignInThrottle throttle;

    SignIn(UserMapper users, Passwords passwords, HashingCapacity capacity, SignInThrottle throttle) {
        this.users = users;
        this.passwords = passwords;
        this.capacity = capacity;
        this.throttle = throttle;
    }

    /**
     * Authenticates a user.
     *
     * @param caller who sends the credentials, and from where
     * @throws Unauthenticated if the user does not exist or the password is wrong
     */
    UserCredentials check(CurrentUser caller, Credentials credentials) {
        var email = Registration.normal(credentials.getEmail());
        throttle.begin(email, caller.address());
        var user = users.findByEmail(email);
        var hash = user.map(UserCredentials::passwordHash).orElse(Passwords.NOBODY);
        var matches = capacity.use(HashingShare.SIGN_IN, () -> passwords.matches(credentials.getPassword(), hash));
        if (!matches || user.isEmpty()) {
            SecurityLog.signInFailed(caller, user.map(UserCredentials::id).orElse(null));
            throw refused();
        }
        throttle.succeed(email, caller.address());
        return user.get();
    }

    static Unauthenticated refused() {
        return new Unauthenticated("The e-mail address or the password is wrong.");
    }
}
