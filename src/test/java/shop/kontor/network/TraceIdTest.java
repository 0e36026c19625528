package shop.kontor.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.contract.ContractTest;
import shop.kontor.contract.check.ResponseCheck.Answer;
import shop.kontor.contract.check.Spec;

/** Every response has the trace id of its request, or a new one, and a problem has the same. */
class TraceIdTest extends ContractTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String NEW = "(?!" + TRACE + ")(?!0{32})[0-9a-f]{32}";
    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";

    private static String traceId(Answer answer) {
        var id = answer.headers().get("Trace-Id");
        if (answer.status() >= 400 && answer.body().length > 0) {
            assertThat(Spec.json(answer.body()).path("trace_id").asString())
                    .as(new String(answer.body(), UTF_8))
                    .isEqualTo(id);
        }
        return id;
    }

    private String traceId(String head, boolean hasBody) throws IOException {
        try (var wire = new Wire(port)) {
            return traceId(wire.send(head + "\r\n").answer(hasBody));
        }
    }

    private String traceIdFor(String traceparents) throws IOException {
        return traceId("GET /api/tags/1" + HOST + traceparents, true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00-%s-%s-01", "00-%s-%s-00", "00-%s-%s-ff", " 00-%s-%s-01 ", "01-%s-%s-01", "cc-%s-%s-01-x"})
    void keepsTheTraceOfTheCaller(String traceparent) throws IOException {
        var header = "traceparent: " + traceparent.formatted(TRACE, PARENT) + "\r\n";

        assertThat(traceIdFor(header)).isEqualTo(TRACE);
        assertThat(traceIdFor(header.replace("traceparent", "Traceparent"))).isEqualTo(TRACE);
        assertThat(traceId("GET /nothing" + HOST + header, true)).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-%s-%s",
                "00-%s-%s-1",
                "00-%s-%s-01-x",
                "00-%s-%s-01-",
                "01-%s-%s-01x",
                "ff-%s-%s-01",
                "0-%s-%s-01",
                "00-%s0-%s-01",
                "00-%s-%s0-01",
                "00-%s-%s-0G",
                "00-%s-%s-01, 00-%1$s-%2$s-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-%2$s-01",
                "00-00000000000000000000000000000000-%2$s-01",
                "00-%s-0000000000000000-01",
                "%s",
                "\u001b[31m%s",
                ""
            })
    void beginsANewTraceForAnInvalidOne(String traceparent) throws IOException {
        var header = "traceparent: " + traceparent.formatted(TRACE, PARENT) + "\r\n";

        assertThat(traceIdFor(header)).matches(NEW);
    }

    @Test
    void beginsANewTraceForSeveral() throws IOException {
        var header = "traceparent: 00-%s-%s-01\r\n".formatted(TRACE, PARENT);

        assertThat(traceIdFor(header + header)).matches(NEW);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /api/tags/1, ''",
        "HEAD /api/tags/1, ''",
        "GET /, ''",
        "GET /openapi.yaml, ''",
        "OPTIONS /api/tags, ''",
        "GET /nothing, ''",
        "TRACE /, ''",
        "GET /api//tags, ''",
        "GET /api/tags?x=%zz, ''",
        "GET /%zz, ''",
        "GET /api/tags, 'Origin: https://evil.example\r\n'",
        "GET /api/tags, 'Via: 1.1 proxy\r\n'",
        "GET /api/tags, 'Accept: text/html\r\n'",
        "POST /api/tags, 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n'",
        "POST /api/tags, 'Content-Length: x\r\n'",
        "POST /api/tags, 'Content-Length: 9999999999\r\nExpect: 100-continue\r\n'"
    })
    void isInEveryResponse(String request, String headers) throws IOException {
        assertThat(traceId(request + HOST + headers, !request.startsWith("HEAD")))
                .matches(NEW);
    }

    @Test
    void isInAResponseThatHasNotChanged() {
        var tag = raw().get("/api/tags/1").header("ETag");
        var answer = raw().header("If-None-Match", tag).get("/api/tags/1");

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.header("Trace-Id")).matches(NEW);
    }

    @Test
    void isOfOneRequestOnlyAndNotOfItsConnection() throws IOException {
        var ids = new HashSet<String>();
        try (var wire = new Wire(port)) {
            for (int i = 0; i < 10; i++) {
                var traceparent = i == 5 ? "traceparent: 00-%s-%s-01\r\n".formatted(TRACE, PARENT) : "";
                ids.add(traceId(
                        wire.send("GET /nothing" + HOST + traceparent + "\r\n").answer(true)));
            }
        }
        assertThat(ids).hasSize(10).contains(TRACE);
    }
}
