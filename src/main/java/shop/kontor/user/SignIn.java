package shop.kontor.user;

import org.springframework.stereotype.Component;
import shop.kontor.api.model.Credentials;
import shop.kontor.problem.Unauthenticated;
import shop.kontor.security.Caller;

/** Lets users in who know their password, and tells others nothing, not even whether there is such a user. */
@Component
class SignIn {

    private final UserMapper users;
    private final Passwords passwords;
    private final Attempts attempts;

    SignIn(UserMapper users, Passwords passwords, Attempts attempts) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * Checks who somebody is.
     *
     * @throws Unauthenticated if there is no such user, or the password is wrong
     */
    Account check(Credentials credentials) {
        var email = Registration.normal(credentials.getEmail());
        var address = Caller.address();
        attempts.begin(email, address);
        var account = users.findByEmail(email);
        var hash = account.map(Account::passwordHash).orElse(Passwords.NOBODY);
        if (!passwords.matches(credentials.getPassword(), hash) || account.isEmpty()) {
            throw new Unauthenticated("The e-mail address or the password is wrong.");
        }
        attempts.succeed(email, address);
        return account.get();
    }
}
