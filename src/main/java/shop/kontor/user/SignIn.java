package shop.kontor.user;

import org.springframework.stereotype.Component;
import shop.kontor.api.model.Credentials;
import shop.kontor.problem.Unauthenticated;

/** Lets users in who know their password, and tells others nothing, not even whether there is such a user. */
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
     * Checks who somebody is.
     *
     * @param address where the request comes from
     * @throws Unauthenticated if there is no such user, or the password is wrong
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
