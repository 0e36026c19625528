package shop.kontor.settings;

import java.util.List;
import java.util.function.Predicate;
import org.apache.catalina.util.NetMask;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The reverse proxies whose {@code X-Forwarded-*} headers are believed.
 *
 * @param addresses of proxies, or ranges of addresses in CIDR notation; empty for none
 */
@ConfigurationProperties("kontor.proxies")
public record ProxySettings(List<String> addresses) {

    /**
     * Validates the addresses; empty ones are ignored.
     *
     * @throws StartupFailure if one of them is neither an address nor a range
     */
    public ProxySettings {
        addresses = addresses.stream()
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
        var faults = new Faults();
        for (var address : addresses) {
            faults.when(
                    !isRange(address),
                    "KONTOR_PROXIES contains '%s', which is neither an address nor a range: list addresses such as 10.0.0.2 and ranges such as 10.0.0.0/24 or fd00::/8, separated by commas."
                            .formatted(address));
        }
        faults.raise();
    }

    private static boolean isRange(String text) {
        if (IpLiteral.parse(text.replaceFirst("/\\d+$", "")).isEmpty()) {
            return false;
        }
        try {
            new NetMask(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false; // longer than the address
        }
    }
}
