package shop.kontor.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first manager of a new shop that requires authentication; if both are empty, the shop generates one. The contract says
 * which addresses and passwords are accepted, as for every user.
 *
 * @param email to sign in with
 * @param password to sign in with
 */
@ConfigurationProperties("kontor.first-manager")
public record FirstManagerSettings(Secret email, Secret password) {

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if only one is set
     */
    public FirstManagerSettings {
        if (email.isEmpty() != password.isEmpty()) {
            throw new StartupFailure(
                    "Only one of KONTOR_MANAGER_EMAIL and KONTOR_MANAGER_PASSWORD is set: set both or none.");
        }
    }

    /** Whether the operator names the first manager. */
    public boolean isNamed() {
        return !email.isEmpty();
    }
}
