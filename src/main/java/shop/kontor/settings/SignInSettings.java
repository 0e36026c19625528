package shop.kontor.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The maximum number of failed sign-ins in 15 minutes.
 *
 * @param attemptsPerAccount for one e-mail address
 * @param attemptsPerAddress from one network address
 */
@ConfigurationProperties("kontor.sign-in")
public record SignInSettings(int attemptsPerAccount, int attemptsPerAddress) {

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if a limit is below 1
     */
    public SignInSettings {
        if (attemptsPerAccount < 1 || attemptsPerAddress < 1) {
            throw new StartupFailure(
                    "kontor.sign-in.attempts-per-account and kontor.sign-in.attempts-per-address are too low: set at least 1.");
        }
    }
}
