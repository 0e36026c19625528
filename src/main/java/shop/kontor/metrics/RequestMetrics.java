package shop.kontor.metrics;

import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import shop.kontor.contract.Contract;

/**
 * Counts and times every request, from its first byte to the end of its response. Tomcat reports them as to an access log,
 * so that those are among them that it or a filter refused.
 */
class RequestMetrics extends ValveBase implements AccessLog {

    /** What is no operation of the contract: pages, files, and whatever is invented. */
    private static final String NO_OPERATION = "none";

    /** The upper bounds of the histogram, in milliseconds. */
    private static final Duration[] BUCKETS = LongStream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Contract contract;
    private final MeterProvider<Timer> requests;

    RequestMetrics(Contract contract, MeterRegistry registry) {
        super(true);
        this.contract = contract;
        requests = Timer.builder("http.server.requests")
                .description("Requests by operation of the contract and by status")
                .serviceLevelObjectives(BUCKETS)
                .withRegistry(registry);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long nanos) {
        requests.withTags("operation", operation(request), "status", String.valueOf(response.getStatus()))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private String operation(Request request) {
        if (request.getContext() == null) {
            return NO_OPERATION; // refused before it had a path
        }
        try {
            var operation = contract.operation(request);
            return operation == null ? NO_OPERATION : operation.id();
        } catch (IllegalArgumentException e) {
            return NO_OPERATION; // the path cannot be decoded
        }
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // nothing is read from them
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
