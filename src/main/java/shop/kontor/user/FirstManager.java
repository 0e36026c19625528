package shop.kontor.user;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.Role;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.settings.ServerAddress;
import shop.kontor.settings.StartupFailure;

/** Makes the first manager of a shop that has none and asks everybody who they are. */
@Component
class FirstManager implements ApplicationRunner {

    private static final String SOMEBODY = "manager@kontor.invalid";

    private final UserMapper users;
    private final Registration registration;
    private final Passwords passwords;
    private final Environment environment;

    FirstManager(UserMapper users, Registration registration, Passwords passwords, Environment environment) {
        this.users = users;
        this.registration = registration;
        this.passwords = passwords;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (ServerAddress.isOpen(environment) || users.hasManager()) {
            return;
        }
        var email = environment.getProperty("KONTOR_MANAGER_EMAIL", "");
        var password = environment.getProperty("KONTOR_MANAGER_PASSWORD", "");
        if (email.isEmpty() != password.isEmpty()) {
            throw new StartupFailure("KONTOR_MANAGER_EMAIL and KONTOR_MANAGER_PASSWORD go together: set both or none.");
        }
        if (!email.isEmpty()) {
            if (password.codePointCount(0, password.length()) < 12) {
                throw new StartupFailure("KONTOR_MANAGER_PASSWORD must be at least 12 characters long.");
            }
            try {
                registration.register("Manager", email, passwords.hash(password), Role.MANAGER);
            } catch (InvalidRequest e) {
                throw new StartupFailure("KONTOR_MANAGER_PASSWORD is one that others guess first: take another.");
            }
            return;
        }
        var bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        var once = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        registration.register("Manager", SOMEBODY, passwords.hash(once), Role.MANAGER);
        System.out.printf(
                "This shop has no manager yet: sign in as %s with the password %s and change both; it is not shown again.%n",
                SOMEBODY, once);
    }
}
