package shop.kontor.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens.
 *
 * @param address null for all addresses of this machine
 */
public record ServerAddress(@Nullable InetAddress address) {

    /**
     * The address that the host names; without a host, this machine alone in the open mode and all its addresses in the
     * guarded one.
     *
     * @throws StartupFailure if the host is unknown, or others could reach an open server there
     */
    static ServerAddress of(String host, AccessMode mode) {
        try {
            if (host.isEmpty()) {
                return new ServerAddress(mode == AccessMode.OPEN ? InetAddress.getByName("127.0.0.1") : null);
            }
            var address = InetAddress.getByName(host);
            if (mode == AccessMode.OPEN && !address.isLoopbackAddress()) {
                throw new StartupFailure(
                        "HOST must be this machine (127.0.0.1) as long as there is no KONTOR_SECRET, since everybody is a manager then: set a KONTOR_SECRET (`openssl rand -base64 32` makes one), or leave HOST out.");
            }
            return new ServerAddress(address);
        } catch (UnknownHostException e) {
            throw new StartupFailure(
                    "HOST is %s, which is no address of this machine: correct it, or leave it out.".formatted(host));
        }
    }
}
