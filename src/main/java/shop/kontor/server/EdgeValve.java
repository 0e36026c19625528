package shop.kontor.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import shop.kontor.log.TraceId;

/** Sets the trace id and the security headers of every response. */
class EdgeValve extends ValveBase {

    /** A policy that permits what Swagger UI needs, which includes inline styles and images, and nothing else. */
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
        response.setHeader(TraceId.HEADER, TraceId.current());
    }

    /** Keeps Tomcat from reading the rest of a body: {@link BodyFilter} has discarded enough of it. */
    private static void closeIfMoreIsToCome(Request request) {
        var isAllHere = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, isAllHere);
        if (!isAllHere.get()) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
