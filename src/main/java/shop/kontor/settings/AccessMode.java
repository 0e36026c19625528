package shop.kontor.settings;

/** Whether the server asks who sends a request. */
public enum AccessMode {
    /** Nobody has to sign in: a request without a token is a manager's. Only this machine can connect. */
    OPEN,
    /** Whoever wants more than the catalog has to sign in. */
    GUARDED
}
