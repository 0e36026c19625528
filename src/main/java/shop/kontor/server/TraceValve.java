package shop.kontor.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC;
import shop.kontor.log.TraceId;

/** The outermost valve of Tomcat: gives each request its trace id. */
class TraceValve extends ValveBase {

    TraceValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var traceId = TraceId.of(Collections.list(request.getHeaders("traceparent")));
        try (var trace = MDC.putCloseable(TraceId.KEY, traceId)) {
            getNext().invoke(request, response);
        }
    }
}
