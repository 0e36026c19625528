package shop.kontor.settings;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The origins whose pages may call the shop from a browser (CORS).
 *
 * @param origins in the form {@code https://host} or {@code http://host:port}
 */
@ConfigurationProperties("kontor.cross-origin")
public record CorsSettings(List<String> origins) {

    private static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:[1-9]\\d{0,4})?");

    /**
     * Validates the origins; empty ones are ignored.
     *
     * @throws StartupFailure if one of them is not an origin
     */
    public CorsSettings {
        origins = origins.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .toList();
        var faults = new Faults();
        for (var origin : origins) {
            faults.when(
                    !ORIGIN.matcher(origin).matches(),
                    "KONTOR_CORS contains '%s', which is not an origin: list origins such as https://shop.example or http://localhost:3000, separated by commas."
                            .formatted(origin));
        }
        faults.raise();
    }
}
