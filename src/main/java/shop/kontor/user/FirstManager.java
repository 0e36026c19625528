package shop.kontor.user;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import shop.kontor.api.UsersApi;
import shop.kontor.api.model.FieldError;
import shop.kontor.api.model.Role;
import shop.kontor.api.model.UserInput;
import shop.kontor.contract.BodyCheck;
import shop.kontor.log.Console;
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
            FirstManagerSettings settings,
            BodyCheck bodies) {
        this.users = users;
        this.registration = registration;
        this.passwords = passwords;
        this.mode = mode;
        this.settings = settings;
        refuse(faults(settings, bodies));
    }

    /** What the contract has against the one that the operator names. */
    static List<FieldError> faults(FirstManagerSettings settings, BodyCheck bodies) {
        return settings.isNamed()
                ? bodies.check(
                        "POST",
                        UsersApi.PATH_REGISTER_USER,
                        new UserInput(
                                "Manager",
                                settings.email().value(),
                                settings.password().value()))
                : List.of();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (mode == AccessMode.OPEN || users.hasManager()) {
            return;
        }
        if (settings.isNamed()) {
            create(settings.email().value(), settings.password().value());
            return;
        }
        var bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        var once = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (create(SOMEBODY, once)) {
            Console.say(
                    "Created the first manager: sign in as %s with the password %s and change both; they are not shown again."
                            .formatted(SOMEBODY, once));
        }
    }

    /** Whether it was this server, and not another that started at the same time. */
    private boolean create(String email, String password) {
        try {
            registration.register("Manager", email, passwords.hash(password), Role.MANAGER);
            return true;
        } catch (InvalidRequest e) {
            refuse(e.problem().getErrors());
        } catch (DuplicateKeyException e) {
            if (!users.hasManager()) {
                throw new StartupFailure(
                        "%s is a customer's e-mail address: set KONTOR_MANAGER_EMAIL and KONTOR_MANAGER_PASSWORD to another's."
                                .formatted(email));
            }
        }
        return false;
    }

    private static void refuse(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new StartupFailure(explain(faults.get(0)));
        }
    }

    static String explain(FieldError fault) {
        var variable = "#/email".equals(fault.getPointer()) ? "KONTOR_MANAGER_EMAIL" : "KONTOR_MANAGER_PASSWORD";
        return "%s %s.".formatted(variable, fault.getDetail());
    }
}
