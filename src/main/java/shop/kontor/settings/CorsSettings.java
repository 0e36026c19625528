package shop.kontor.settings;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which pages of other sites may use the shop from a browser (CORS).
 *
 * @param origins as browsers write them: {@code https://host} or {@code http://host:port}
 */
@ConfigurationProperties("kontor.cross-origin")
public record CorsSettings(List<String> origins) {

    private static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:[1-9]\\d{0,4})?");

    /**
     * The origins, checked; empty ones are left out.
     *
     * @throws StartupFailure if one of them is none
     */
    public CorsSettings {
        origins = origins.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .toList();
        for (var origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new StartupFailure(
                        "KONTOR_CORS contains '%s', which is not an origin: write each as browsers do, such as https://shop.example or http://localhost:3000, separated by commas."
                                .formatted(origin));
            }
        }
    }
}
