package shop.kontor.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The address to listen on, and the secrets that sign access tokens.
 *
 * @param host the name or address to listen on; empty for the default of the access mode
 * @param secret signs access tokens; empty for no authentication
 * @param oldSecret the previous secret, whose tokens are still accepted; or empty
 */
@ConfigurationProperties("kontor.access")
public record AccessSettings(String host, Secret secret, Secret oldSecret) {

    private static final int SECRET_BYTES = 32;

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if a secret is too short or only the previous one is set, or the server cannot listen on the
     *     host
     */
    public AccessSettings {
        check("KONTOR_SECRET", secret);
        check("KONTOR_SECRET_OLD", oldSecret);
        if (secret.isEmpty() && !oldSecret.isEmpty()) {
            throw new StartupFailure(
                    "KONTOR_SECRET_OLD is set without KONTOR_SECRET, and every caller is a manager then: set KONTOR_SECRET, too, or remove KONTOR_SECRET_OLD.");
        }
        ServerAddress.of(host, mode(secret));
    }

    /** Open without a secret. */
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
                    variable + " is too short: set at least 32 bytes, for example with `openssl rand -base64 32`.");
        }
    }
}
