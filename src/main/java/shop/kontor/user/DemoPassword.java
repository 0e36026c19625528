package shop.kontor.user;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import shop.kontor.settings.AccessMode;
import shop.kontor.settings.StartupFailure;

/** Keeps a shop that requires authentication closed while the demo manager has the password that everybody knows. */
@Component
class DemoPassword implements SmartInitializingSingleton {

    static final String EMAIL = "manager@example.com";
    private static final String PASSWORD = "manager-demo";

    private final UserMapper users;
    private final Passwords passwords;
    private final AccessMode mode;

    DemoPassword(UserMapper users, Passwords passwords, AccessMode mode) {
        this.users = users;
        this.passwords = passwords;
        this.mode = mode;
    }

    /**
     * Verifies the password before the server listens.
     *
     * @throws StartupFailure if it is still the published one
     */
    @Override
    public void afterSingletonsInstantiated() {
        if (mode == AccessMode.OPEN) {
            return;
        }
        users.findByEmail(EMAIL)
                .filter(manager -> isPublished(passwords, manager.passwordHash()))
                .ifPresent(manager -> {
                    throw new StartupFailure(remedy(manager.id()));
                });
    }

    static boolean isPublished(Passwords passwords, String hash) {
        return passwords.matches(PASSWORD, hash);
    }

    static String remedy(long id) {
        return "The demo manager %s still has the password that the contract publishes: start without KONTOR_SECRET, change it by PUT /api/users/%d, and start with KONTOR_SECRET again."
                .formatted(EMAIL, id);
    }
}
