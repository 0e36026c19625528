package shop.kontor.settings;

/** Whether the server requires authentication. */
public enum AccessMode {
    /** No authentication: a request without a token has the manager role. Only this machine can connect. */
    OPEN,
    /** Authentication is required for everything that the contract does not make public. */
    GUARDED
}
