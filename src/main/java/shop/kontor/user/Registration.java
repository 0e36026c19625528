package shop.kontor.user;

import java.util.Locale;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.Role;
import shop.kontor.api.model.User;

/** Takes new users in. */
@Component
class Registration {

    private final UserMapper users;
    private final Passwords passwords;

    Registration(UserMapper users, Passwords passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    /** Makes a user; that the address is free, the database makes sure. */
    User register(String name, String email, String password, Role role) {
        var user = new User().name(name).email(normal(email)).role(role);
        users.insert(user, passwords.hash(password));
        return user;
    }

    /** An address as it is kept, whatever its case. */
    static String normal(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
