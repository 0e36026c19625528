package shop.kontor.user;

import java.util.Locale;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.Role;
import shop.kontor.api.model.User;
import shop.kontor.database.RetryingTransaction;

/** Registers users. */
@Component
class Registration {

    private final UserMapper users;

    Registration(UserMapper users) {
        this.users = users;
    }

    /** Creates a user; the database guarantees that the e-mail address is unique. */
    @RetryingTransaction
    User register(String name, String email, String passwordHash, Role role) {
        var user = new User().name(name).email(normal(email)).role(role);
        users.insert(user, passwordHash);
        return users.find(user.getId()).orElseThrow();
    }

    /** The stored form of an e-mail address: lower case. */
    static String normal(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
