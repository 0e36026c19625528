package shop.kontor.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first manager of a new shop that requires authentication; if both are empty, the shop generates one.
 *
 * @param email to sign in with
 * @param password to sign in with
 */
@ConfigurationProperties("kontor.first-manager")
public record FirstManagerSettings(String email, Secret password) {

    /** In characters. */
    private static final int SHORTEST = 12;

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if only one is set, or the password is too short
     */
    public FirstManagerSettings {
        if (email.isEmpty() != password.isEmpty()) {
            throw new StartupFailure(
                    "Only one of KONTOR_MANAGER_EMAIL and KONTOR_MANAGER_PASSWORD is set: set both or none.");
        }
        if (!password.isEmpty() && password.value().codePoints().count() < SHORTEST) {
            throw new StartupFailure("KONTOR_MANAGER_PASSWORD is too short: it must have at least 12 characters.");
        }
    }

    /** Whether the operator names the first manager. */
    public boolean isNamed() {
        return !email.isEmpty();
    }
}
