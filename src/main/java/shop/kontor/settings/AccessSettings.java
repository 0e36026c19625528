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
        var faults = new Faults()
                .when(isShort(secret), tooShort("KONTOR_SECRET"))
                .when(isShort(oldSecret), tooShort("KONTOR_SECRET_OLD"))
                .when(
                        secret.isEmpty() && !oldSecret.isEmpty(),
                        "KONTOR_SECRET_OLD is set without KONTOR_SECRET, and every caller is a manager then: set KONTOR_SECRET, too, or remove KONTOR_SECRET_OLD.");
        try {
            ServerAddress.of(host, mode(secret));
        } catch (StartupFailure failure) {
            failure.faults().forEach(faults::add);
        }
        faults.raise();
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

    private static boolean isShort(Secret secret) {
        return !secret.isEmpty() && secret.bytes().length < SECRET_BYTES;
    }

    private static String tooShort(String variable) {
        return variable + " is too short: set at least 32 bytes, for example with `openssl rand -base64 32`.";
    }
}
