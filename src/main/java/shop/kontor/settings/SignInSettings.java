package shop.kontor.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many failed sign-ins there may be in a quarter of an hour.
 *
 * @param attemptsPerAccount for one e-mail address
 * @param attemptsPerAddress from one network address
 */
@ConfigurationProperties("kontor.sign-in")
public record SignInSettings(int attemptsPerAccount, int attemptsPerAddress) {

    /**
     * The settings, checked.
     *
     * @throws StartupFailure if nobody could sign in
     */
    public SignInSettings {
        if (attemptsPerAccount < 1 || attemptsPerAddress < 1) {
            throw new StartupFailure(
                    "kontor.sign-in.attempts-per-account and kontor.sign-in.attempts-per-address must be at least 1.");
        }
    }
}
