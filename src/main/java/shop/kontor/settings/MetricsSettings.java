package shop.kontor.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Prometheus finds the metrics.
 *
 * @param port null if nothing is measured
 * @param host the name or address to listen on
 */
@ConfigurationProperties("kontor.metrics")
public record MetricsSettings(@Nullable Integer port, String host) {

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if the port is none, or the host is not of this machine
     */
    public MetricsSettings {
        if (port != null) {
            Ports.check("KONTOR_METRICS_PORT", port);
            try {
                new ServerSocket(0, 1, InetAddress.getByName(host)).close();
            } catch (IOException e) {
                throw new StartupFailure(
                        "KONTOR_METRICS_HOST is %s, which is not an address of this machine: correct it, or remove it."
                                .formatted(host));
            }
        }
    }

    /** The address to listen on; metrics have a port, or this is not asked. */
    public InetSocketAddress address() {
        return new InetSocketAddress(host, Objects.requireNonNull(port));
    }
}
