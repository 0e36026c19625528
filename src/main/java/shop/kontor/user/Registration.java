package shop.kontor.user;

import java.util.Locale;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.Role;
import shop.kontor.api.model.User;
import shop.kontor.database.RetryingTransaction;

/** Takes new users in. */
@Component
class Registration {

    private final UserMapper users;

    Registration(UserMapper users) {
        this.users = users;
    }

    /** Makes a user; that the address is free, the database makes sure. */
    @RetryingTransaction
    User register(String name, String email, String passwordHash, Role role) {
        var user = new User().name(name).email(normal(email)).role(role);
        users.insert(user, passwordHash);
        return user;
    }

    /** An address as it is kept, whatever its case. */
    static String normal(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
