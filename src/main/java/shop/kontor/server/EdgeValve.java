package shop.kontor.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** The outermost of what Tomcat does with a request: whatever is answered passes here. */
class EdgeValve extends ValveBase {

    /** What Swagger UI needs of a browser, and nothing else: it puts styles and small images into its page itself. */
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

    EdgeValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        addHeaders(response);
        getNext().invoke(request, response);
        closeIfMoreIsToCome(request);
    }

    static void addHeaders(Response response) {
        HEADERS.forEach(response::setHeader);
    }

    /** Tomcat would wait for the rest of the body, to drop it; {@link BodyFilter} has dropped what it makes sense to. */
    private static void closeIfMoreIsToCome(Request request) {
        var isAllHere = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, isAllHere);
        if (!isAllHere.get()) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
