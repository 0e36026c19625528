package shop.kontor.settings;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether orders must say how and where to they are shipped.
 *
 * @param mode optional or required
 */
@ConfigurationProperties("kontor.shipping")
public record ShippingSettings(String mode) {

    private static final String REQUIRED = "required";
    private static final Set<String> MODES = Set.of("optional", REQUIRED);

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if there is no such mode
     */
    public ShippingSettings {
        if (!MODES.contains(mode)) {
            throw new StartupFailure(
                    "KONTOR_SHIPPING is '%s': set optional or required, or remove it.".formatted(mode));
        }
    }

    public boolean isRequired() {
        return mode.equals(REQUIRED);
    }
}
