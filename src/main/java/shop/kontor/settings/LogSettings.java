package shop.kontor.settings;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the log looks like, and what is in it.
 *
 * @param format text or json
 * @param requests whether it has a line for each request
 * @param slowStatement it names each SQL statement that takes longer
 */
@ConfigurationProperties("kontor.logging")
public record LogSettings(String format, boolean requests, Duration slowStatement) {

    private static final Set<String> FORMATS = Set.of("text", "json");

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if there is no such format, or the duration is negative
     */
    public LogSettings {
        if (!FORMATS.contains(format)) {
            throw new StartupFailure(
                    "KONTOR_LOG is '%s', which is not a format: set text or json, or remove it.".formatted(format));
        }
        if (slowStatement.isNegative()) {
            throw new StartupFailure("kontor.logging.slow-statement is negative: set a duration such as 1s or 500ms.");
        }
    }
}
