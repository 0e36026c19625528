package shop.kontor.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first manager of a new shop that asks who people are; if both are empty, the shop makes one up.
 *
 * @param email to sign in with
 * @param password to sign in with
 */
@ConfigurationProperties("kontor.first-manager")
public record FirstManagerSettings(String email, Secret password) {

    /** In characters. */
    private static final int SHORTEST = 12;

    /**
     * The settings, checked.
     *
     * @throws StartupFailure if only one of them is set, or the password is too short
     */
    public FirstManagerSettings {
        if (email.isEmpty() != password.isEmpty()) {
            throw new StartupFailure("KONTOR_MANAGER_EMAIL and KONTOR_MANAGER_PASSWORD go together: set both or none.");
        }
        if (!password.isEmpty() && password.value().codePoints().count() < SHORTEST) {
            throw new StartupFailure("KONTOR_MANAGER_PASSWORD must be at least 12 characters long.");
        }
    }

    /** Whether the operator names the first manager. */
    public boolean isNamed() {
        return !email.isEmpty();
    }
}
