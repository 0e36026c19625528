package shop.kontor.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who can connect, and how the server knows them again.
 *
 * @param host the name or address to listen on; empty for the default of the access mode
 * @param secret signs access tokens; empty for the open mode
 * @param oldSecret the secret before that one, which still checks tokens; or empty
 */
@ConfigurationProperties("kontor.access")
public record AccessSettings(String host, Secret secret, Secret oldSecret) {

    private static final int SECRET_BYTES = 32;

    /**
     * The settings, checked.
     *
     * @throws StartupFailure if a secret is too short, or the server can't listen on the host
     */
    public AccessSettings {
        check("KONTOR_SECRET", secret);
        check("KONTOR_SECRET_OLD", oldSecret);
        ServerAddress.of(host, mode(secret));
    }

    /** Open as long as there is no secret. */
    AccessMode mode() {
        return mode(secret);
    }

    ServerAddress address() {
        return ServerAddress.of(host, mode());
    }

    private static AccessMode mode(Secret secret) {
        return secret.isEmpty() ? AccessMode.OPEN : AccessMode.GUARDED;
    }

    private static void check(String variable, Secret secret) {
        if (!secret.isEmpty() && secret.bytes().length < SECRET_BYTES) {
            throw new StartupFailure(
                    variable + " must be at least 32 bytes long: `openssl rand -base64 32` makes such a secret.");
        }
    }
}
