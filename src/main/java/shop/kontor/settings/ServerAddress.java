package shop.kontor.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * The address that the server listens on.
 *
 * @param address null for all addresses of this machine
 */
public record ServerAddress(@Nullable InetAddress address) {

    /**
     * Resolves the host; without one, the loopback address in the open mode and all addresses in the guarded one.
     *
     * @throws StartupFailure if the host is not of this machine, or is not a loopback address in the open mode
     */
    static ServerAddress of(String host, AccessMode mode) {
        try {
            if (host.isEmpty()) {
                return new ServerAddress(mode == AccessMode.OPEN ? InetAddress.getByName("127.0.0.1") : null);
            }
            var address = InetAddress.getByName(host);
            if (mode == AccessMode.OPEN && !address.isLoopbackAddress()) {
                throw new StartupFailure(
                        "HOST must be a loopback address without KONTOR_SECRET, since every caller is a manager then: set KONTOR_SECRET (generate one with `openssl rand -base64 32`), or remove HOST.");
            }
            new ServerSocket(0, 1, address).close();
            return new ServerAddress(address);
        } catch (IOException e) {
            throw new StartupFailure(
                    "HOST is %s, which is not an address of this machine: correct it, or remove it.".formatted(host));
        }
    }
}
