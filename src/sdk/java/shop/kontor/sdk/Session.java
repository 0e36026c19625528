package shop.kontor.sdk;

import java.util.function.Supplier;
import shop.kontor.sdk.model.User;

/** Keeps a user signed in: once for all threads, and again when the shop no longer accepts the token. */
class Session {

    /** A session without a user. */
    static final Session NONE = new Session(null);

    private final Supplier<shop.kontor.sdk.model.Session> signIn;
    private shop.kontor.sdk.model.Session current;

    Session(Supplier<shop.kontor.sdk.model.Session> signIn) {
        this.signIn = signIn;
    }

    /** The {@code Authorization} header of a request; null without a user. */
    String token() {
        return signIn == null ? null : current().getAccessToken();
    }

    User user() {
        if (signIn == null) {
            throw new IllegalStateException("No user is signed in: use Kontor.signedInAs.");
        }
        return current().getUser();
    }

    /** Makes the next request sign in again, unless another thread has replaced this token already. */
    synchronized void end(String token) {
        if (current != null && current.getAccessToken().equals(token)) {
            current = null;
        }
    }

    private synchronized shop.kontor.sdk.model.Session current() {
        if (current == null) {
            current = signIn.get();
        }
        return current;
    }
}
