package shop.kontor.settings;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The tax that prices include.
 *
 * @param rate in percent, for products and shipping methods that have none of their own
 */
@ConfigurationProperties("kontor.tax")
public record TaxSettings(BigDecimal rate) {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if the rate is negative, above 100 or has more than two decimal places
     */
    public TaxSettings {
        if (rate.signum() < 0
                || rate.compareTo(MOST) > 0
                || rate.stripTrailingZeros().scale() > 2) {
            throw new StartupFailure(
                    "KONTOR_TAX_RATE is %s: set a percentage from 0 to 100 with at most two decimal places, or remove it."
                            .formatted(rate.toPlainString()));
        }
    }
}
