package shop.kontor.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import shop.kontor.log.TraceId;

/** The outermost valve of Tomcat: gives each request its trace id, and its line in the log. */
class TraceValve extends ValveBase {

    private final @Nullable RequestLog requests;

    /**
     * A valve for all requests.
     *
     * @param requests null if they are not logged
     */
    TraceValve(@Nullable RequestLog requests) {
        super(true);
        this.requests = requests;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var begin = System.nanoTime();
        var traceId = TraceId.of(Collections.list(request.getHeaders("traceparent")));
        try (var trace = MDC.putCloseable(TraceId.KEY, traceId)) {
            getNext().invoke(request, response);
            if (requests != null) {
                requests.add(request, response, System.nanoTime() - begin);
            }
        }
    }
}
