package shop.kontor.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/** Where the server listens, which depends on whether it asks anybody who they are. */
public final class ServerAddress {

    private ServerAddress() {}

    /** Whether strangers are taken for managers: as long as nobody set a secret, and so on this machine alone. */
    public static boolean isOpen(Environment environment) {
        return environment.getProperty("KONTOR_SECRET", "").isEmpty();
    }

    /**
     * This machine alone as long as strangers are taken for managers, else all its addresses, or the one that {@code HOST}
     * names.
     *
     * @return null for all
     * @throws StartupFailure if {@code HOST} is none of them
     */
    public static InetAddress of(Environment environment) {
        var host = environment.getProperty("HOST", "");
        try {
            var address = host.isEmpty() ? null : InetAddress.getByName(host);
            if (!isOpen(environment)) {
                return address;
            }
            if (address != null && !address.isLoopbackAddress()) {
                throw new StartupFailure(
                        "Without a KONTOR_SECRET everybody is a manager, so HOST may only be this machine itself: set a KONTOR_SECRET (`openssl rand -base64 32` makes one), or leave HOST out.");
            }
            return address == null ? InetAddress.getByName("127.0.0.1") : address;
        } catch (UnknownHostException e) {
            throw new StartupFailure(
                    "HOST is %s, which is no address of this machine: correct it, or leave it out.".formatted(host));
        }
    }
}
