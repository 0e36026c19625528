package shop.kontor.server;

import java.util.Objects;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.kontor.contract.Contract;
import shop.kontor.log.Caller;

/**
 * Logs each request in one line, if the operator asks for it. Nothing that a client chose is in it: no path, and only methods
 * that HTTP has.
 */
class RequestLog {

    private static final Logger log = LoggerFactory.getLogger(RequestLog.class);
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT");
    private static final int NANOSECONDS = 1_000_000;

    private final Contract contract;

    RequestLog(Contract contract) {
        this.contract = contract;
    }

    /**
     * Logs a request that has been processed.
     *
     * @param duration in nanoseconds
     */
    void add(Request request, Response response, long duration) {
        var line = log.atInfo();
        var method = Objects.toString(request.getMethod(), "");
        if (METHODS.contains(method)) {
            line = line.addKeyValue("method", method);
        }
        // A request that Tomcat rejects has no context, and may have no path.
        var operation = request.getContext() == null ? null : contract.operation(request);
        if (operation != null) {
            line = line.addKeyValue("operation_id", operation.id());
        }
        line = line.addKeyValue("status", response.getStatus()).addKeyValue("milliseconds", duration / NANOSECONDS);
        var user = Caller.of(request);
        if (user != null) {
            line = line.addKeyValue("user", user);
        }
        line.log("Request");
    }
}
