package shop.kontor.user;

import org.springframework.stereotype.Component;
import shop.kontor.api.model.Credentials;
import shop.kontor.problem.Unauthenticated;

/** Authenticates users by password, without revealing whether an e-mail address is registered. */
@Component
class SignIn {

    private final UserMapper users;
    private final Passwords passwords;
    private final SignInThrottle throttle;

    SignIn(UserMapper users, Passwords passwords, SignInThrottle throttle) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /**
     * Authenticates a user.
     *
     * @param address the remote address of the request
     * @throws Unauthenticated if the user does not exist or the password is wrong
     */
    UserCredentials check(Credentials credentials, String address) {
        var email = Registration.normal(credentials.getEmail());
        throttle.begin(email, address);
        var user = users.findByEmail(email);
        var hash = user.map(UserCredentials::passwordHash).orElse(Passwords.NOBODY);
        if (!passwords.matches(credentials.getPassword(), hash) || user.isEmpty()) {
            throw new Unauthenticated("The e-mail address or the password is wrong.");
        }
        throttle.succeed(email, address);
        return user.get();
    }
}
