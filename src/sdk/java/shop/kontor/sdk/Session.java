package shop.kontor.sdk;

import java.util.function.Supplier;
import shop.kontor.sdk.model.User;

/** Keeps a user signed in: once for all threads, and anew when the shop no longer takes the token. */
class Session {

    /** Nobody's. */
    static final Session NONE = new Session(null);

    private final Supplier<shop.kontor.sdk.model.Session> signIn;
    private shop.kontor.sdk.model.Session current;

    Session(Supplier<shop.kontor.sdk.model.Session> signIn) {
        this.signIn = signIn;
    }

    /** What to send with a request; null if nobody is signed in. */
    String token() {
        return signIn == null ? null : current().getAccessToken();
    }

    User user() {
        if (signIn == null) {
            throw new IllegalStateException("Nobody is signed in: see Kontor.signedInAs.");
        }
        return current().getUser();
    }

    /** Signs in again with the next request, unless another thread has done so since this token. */
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
