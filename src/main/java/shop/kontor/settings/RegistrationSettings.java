package shop.kontor.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The maximum number of registrations in 15 minutes.
 *
 * @param attemptsPerAddress from one network address
 */
@ConfigurationProperties("kontor.registration")
public record RegistrationSettings(int attemptsPerAddress) {

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if the limit is below 1
     */
    public RegistrationSettings {
        if (attemptsPerAddress < 1) {
            throw new StartupFailure("kontor.registration.attempts-per-address is too low: set at least 1.");
        }
    }
}
