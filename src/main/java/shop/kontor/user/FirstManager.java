package shop.kontor.user;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.Role;
import shop.kontor.problem.InvalidRequest;
import shop.kontor.settings.AccessMode;
import shop.kontor.settings.FirstManagerSettings;
import shop.kontor.settings.StartupFailure;

/** Creates the first manager of a shop that requires authentication and has none. */
@Component
class FirstManager implements ApplicationRunner {

    private static final String SOMEBODY = "manager@kontor.invalid";

    private final UserMapper users;
    private final Registration registration;
    private final Passwords passwords;
    private final AccessMode mode;
    private final FirstManagerSettings settings;

    FirstManager(
            UserMapper users,
            Registration registration,
            Passwords passwords,
            AccessMode mode,
            FirstManagerSettings settings) {
        this.users = users;
        this.registration = registration;
        this.passwords = passwords;
        this.mode = mode;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (mode == AccessMode.OPEN || users.hasManager()) {
            return;
        }
        if (settings.isNamed()) {
            try {
                registration.register(
                        "Manager",
                        settings.email(),
                        passwords.hash(settings.password().value()),
                        Role.MANAGER);
            } catch (InvalidRequest e) {
                throw new StartupFailure("KONTOR_MANAGER_PASSWORD is too common: choose another.");
            }
            return;
        }
        var bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        var once = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        registration.register("Manager", SOMEBODY, passwords.hash(once), Role.MANAGER);
        System.out.printf(
                "Created the first manager: sign in as %s with the password %s and change both; they are not shown again.%n",
                SOMEBODY, once);
    }
}
