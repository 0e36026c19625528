package shop.kontor.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the server ends.
 *
 * @param drainSeconds for which it says so, before it takes no more connections
 */
@ConfigurationProperties("kontor.shutdown")
public record ShutdownSettings(int drainSeconds) {

    /** Leaves requests time to end within 30 seconds in all. */
    private static final int MOST = 15;

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if the time is negative or too long
     */
    public ShutdownSettings {
        if (drainSeconds < 0 || drainSeconds > MOST) {
            throw new StartupFailure("KONTOR_DRAIN_SECONDS is %d: set a number from 0 to %d, or remove it."
                    .formatted(drainSeconds, MOST));
        }
    }
}
