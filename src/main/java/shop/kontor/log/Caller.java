package shop.kontor.log;

import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

/** Keeps the id of the user who sends a request, for its line in the log. */
public final class Caller {

    private static final String ATTRIBUTE = Caller.class.getName();

    private Caller() {}

    public static void keep(ServletRequest request, String userId) {
        request.setAttribute(ATTRIBUTE, userId);
    }

    /** The id of the user; null without a valid token. */
    public static @Nullable Object of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE);
    }
}
