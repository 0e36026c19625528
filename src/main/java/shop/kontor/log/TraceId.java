package shop.kontor.log;

import java.util.Collection;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Identifies a request in each line of the log, in its response and, if its client sends one, across servers.
 *
 * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">W3C Trace Context, the traceparent header</a>
 */
public final class TraceId {

    /** The header of every response. */
    public static final String HEADER = "Trace-Id";

    /** The name in the log, as OpenTelemetry has it. */
    public static final String KEY = "trace_id";

    /** Version, trace id, parent id and flags; a version above 00 may have more. Neither id is all zeros. */
    private static final Pattern TRACEPARENT = Pattern.compile(
            "(?!ff)(?!00.{53}.)[\\da-f]{2}-((?!0{32})[\\da-f]{32})-(?!0{16})[\\da-f]{16}-[\\da-f]{2}(-.*)?");

    private TraceId() {}

    /**
     * The trace id of a request.
     *
     * @param traceparents the header's lines, as Tomcat has them: an empty one may be null. A single valid one has the trace
     *     id, otherwise it is a new one
     */
    public static String of(Collection<@Nullable String> traceparents) {
        if (traceparents.size() == 1) {
            var traceparent =
                    TRACEPARENT.matcher(String.valueOf(traceparents.iterator().next()));
            if (traceparent.matches()) {
                return traceparent.group(1);
            }
        }
        var random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong()) + HexFormat.of().toHexDigits(random.nextLong());
    }

    /** The trace id of the request that this thread processes; null outside of a request. */
    public static @Nullable String current() {
        return MDC.get(KEY);
    }
}
