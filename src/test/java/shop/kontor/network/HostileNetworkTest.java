package shop.kontor.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import shop.kontor.contract.ContractTest;

/** What clients do that mean harm, or whose network does: nobody else may notice, and they get a problem at most. */
@ExtendWith(OutputCaptureExtension.class)
class HostileNetworkTest extends ContractTest {

    /** A request is cut ten seconds after its first byte, or five after its last; some more for a busy machine. */
    private static final Duration CUT = Duration.ofSeconds(15);

    private static final String GET = "GET /api/tags/1 HTTP/1.1\r\nHost: localhost\r\n";
    private static final String PAGE = "GET /swagger-ui/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String POST =
            "POST /api/tags HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

    /** A request that stops for ever, or after which some bytes come again and again. */
    private record Slow(String name, String start, String drip, int answer) {}

    private static final List<Slow> SLOW = List.of(
            new Slow("nothing", "", "", 0),
            new Slow("half a request line", "GET /api/ta", "", 0),
            new Slow("a request line by bites", "GET /", "x", 0),
            new Slow("empty lines before it", "\r\n", "\r\n", 0),
            new Slow("half a head", GET + "X-Half: ", "", 0),
            new Slow("a head by bites", GET + "X-Half: ", "x", 0),
            new Slow("a head by bites after an answer", GET + "\r\n" + GET + "X-Half: ", "x", 200),
            new Slow("half a body", POST + "Content-Length: 99\r\n\r\n{", "", 408),
            new Slow("a body by bites", POST + "Content-Length: 99\r\n\r\n{", " ", 408),
            new Slow("a chunk by bites", POST + "Transfer-Encoding: chunked\r\n\r\n50\r\n{", " ", 408),
            new Slow("the size of a chunk by bites", POST + "Transfer-Encoding: chunked\r\n\r\n1;x=", "x", 408),
            new Slow("trailers by bites", POST + "Transfer-Encoding: chunked\r\n\r\n0\r\nX-Half: ", "x", 408),
            new Slow("too large a body by bites", POST + "Content-Length: 9999999\r\n\r\n{", " ", 408));

    @Test
    @Timeout(30)
    void cutsWhoeverSendsARequestTooSlowly() throws Exception {
        var dripping = Executors.newScheduledThreadPool(2);
        var reading = Executors.newFixedThreadPool(SLOW.size());
        try {
            var cases = SLOW.stream().map(slow -> (Callable<String>) () -> {
                try (var wire = new Wire(port).send(slow.start())) {
                    if (!slow.drip().isEmpty()) {
                        dripping.scheduleAtFixedRate(() -> drip(wire, slow.drip()), 1, 3, TimeUnit.SECONDS);
                    }
                    var closed = wire.isClosedWithin(CUT);
                    assertThat(closed).as(slow.name()).isTrue();
                    return wire.received();
                }
            });
            var answers = reading.invokeAll(cases.toList());
            for (int i = 0; i < SLOW.size(); i++) {
                isAnswered(SLOW.get(i), answers.get(i).get());
            }
        } finally {
            dripping.shutdownNow();
            reading.shutdownNow();
        }
    }

    private static void drip(Wire wire, String bytes) {
        try {
            wire.send(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("the connection is closed", e);
        }
    }

    private static void isAnswered(Slow slow, String answer) {
        if (slow.answer() == 0) {
            assertThat(answer).as(slow.name()).isEmpty();
        } else {
            assertThat(answer).as(slow.name()).startsWith("HTTP/1.1 " + slow.answer());
        }
        if (slow.answer() == 408) {
            assertThat(answer)
                    .as(slow.name())
                    .contains("application/problem+json", "/problems/timeout", "Connection: close");
        }
    }

    /** Longer than a request may take, and shorter than a connection may be idle. */
    @Test
    @Timeout(30)
    void keepsAnIdleConnectionForTheNextRequest() throws IOException {
        try (var wire = new Wire(port)) {
            assertThat(wire.send(GET + "\r\n").isClosedWithin(Duration.ofSeconds(12)))
                    .isFalse();
            assertThat(wire.send(GET + "Connection: close\r\n\r\n").isClosedWithin(Duration.ofSeconds(5)))
                    .isTrue();
            assertThat(wire.received().split("HTTP/1.1 200")).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {GET + "X-Half: ", POST + "Content-Length: 99\r\n\r\n{"})
    @Timeout(30)
    void servesOthersWhileHundredsAreSlow(String half) throws Exception {
        var slow = new ArrayList<Wire>();
        try {
            for (int i = 0; i < 300; i++) {
                slow.add(new Wire(port).send(half));
            }
            for (int i = 0; i < 3; i++) {
                assertTimeout(Duration.ofSeconds(5), () -> {
                    assertThat(raw().get("/api/tags/1").statusCode()).isEqualTo(200);
                    tag();
                });
            }
        } finally {
            for (var wire : slow) {
                wire.close();
            }
        }
    }

    @Test
    @Timeout(20)
    void saysNothingInTheLogOfThoseWhoLeaveDuringAnAnswer(CapturedOutput log) throws IOException {
        for (int i = 0; i < 20; i++) {
            try (var socket = new Socket()) {
                socket.setReceiveBufferSize(2048);
                socket.setSoLinger(true, 0);
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                socket.getOutputStream().write(PAGE.getBytes(UTF_8));
                socket.getInputStream().read();
            }
        }
        await().during(Duration.ofSeconds(1)).until(() -> !log.getAll().contains("Exception"));
    }

    /** A line of a head each, and what is refused. */
    static Stream<Arguments> tooMuch() {
        return Stream.of(
                Arguments.of(GET + "X-Many: x\r\n".repeat(100), 400),
                Arguments.of(GET + "X-Long: " + "x".repeat(9_000) + "\r\n", 400),
                Arguments.of(GET.replace("tags/1", "tags?" + "a=1&".repeat(101)), 400),
                Arguments.of(GET.replace("tags/1", "tags?q=" + "x".repeat(9_000)), 400),
                Arguments.of(GET.replace("localhost", "evil.example"), 421),
                Arguments.of(GET.replace("localhost", "localhost.evil.example:8080"), 421),
                Arguments.of("GET /api/tags/1 HTTP/1.0\r\n", 421),
                Arguments.of("GET /nothing HTTP/1.1\r\nHost: evil.example\r\n", 421),
                Arguments.of("GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n", 421),
                Arguments.of(GET + "Origin: https://evil.example\r\n", 403),
                Arguments.of(GET + "Forwarded: for=203.0.113.7\r\n", 403),
                Arguments.of(GET + "X-Forwarded-For: 203.0.113.7\r\n", 403),
                Arguments.of(GET + "x-forwarded-proto: https\r\n", 403),
                Arguments.of(GET + "X-Forwarded: for=203.0.113.7\r\n", 403),
                Arguments.of(GET + "X-Real-IP: 203.0.113.7\r\n", 403),
                Arguments.of(GET + "Via: 1.1 proxy\r\n", 403),
                Arguments.of(POST + "X-Forwarded-Host: localhost\r\nContent-Length: 0\r\n", 403),
                Arguments.of("GET / HTTP/1.1\r\nHost: localhost\r\nVia: 1.1 proxy\r\n", 403),
                Arguments.of(GET + "Transfer-Encoding: gzip\r\n", 501),
                Arguments.of(POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
                Arguments.of(POST + "Content-Length: 99\r\nContent-Length: 98\r\n", 400),
                Arguments.of(POST + "Content-Length: 9999999999\r\nExpect: 100-continue\r\n", 413));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    @Timeout(20)
    void refusesWithAProblem(String head, int status) throws IOException {
        try (var wire = new Wire(port).send(head + "Connection: close\r\n\r\n")) {
            assertThat(wire.isClosedWithin(Duration.ofSeconds(10))).isTrue();

            assertThat(wire.received())
                    .startsWith("HTTP/1.1 " + status)
                    .contains("application/problem+json", "\"status\":" + status)
                    .doesNotContain("<html", "\r\nAccess-Control", "evil");
            isGuarded(wire.received());
        }
    }

    private static void isGuarded(String answer) {
        assertThat(answer)
                .contains(
                        "X-Content-Type-Options: nosniff",
                        "X-Frame-Options: DENY",
                        "Referrer-Policy: no-referrer",
                        "Content-Security-Policy: default-src 'none'; script-src 'self'; ")
                .doesNotContainIgnoringCase("\r\nServer:", "\r\nX-Powered-By:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tags/1",
                "/api/tags",
                "/api/tags/0",
                "/nothing",
                "/",
                "/swagger-ui/index.html",
                "/%zz",
                "/a b"
            })
    void tellsBrowsersToTakeNothingFromElsewhere(String path) throws IOException {
        for (var method : List.of("GET", "HEAD", "OPTIONS", "PATCH", "TRACE")) {
            try (var wire = new Wire(port)
                    .send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
                assertThat(wire.isClosedWithin(Duration.ofSeconds(5))).isTrue();
                isGuarded(wire.received());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:8080", "[::1]", "[::1]:8080"})
    void servesEveryNameOfThisMachine(String host) throws IOException {
        try (var wire = new Wire(port).send(GET.replace("localhost", host) + "Connection: close\r\n\r\n")) {
            assertThat(wire.isClosedWithin(Duration.ofSeconds(5))).isTrue();
            assertThat(wire.received()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void saysThatItCannotBeReachedThroughAProxyWithoutASecret() {
        problem(raw().header("X-Forwarded-For", "127.0.0.1").get("/api/tags/1"), 403, "behind-proxy");
    }

    @Test
    void refusesPagesOfOtherOriginsIfNoneIsConfigured() {
        CorsTest.isRefused(raw().header("Origin", "https://shop.example").get("/api/tags/1"));
        CorsTest.isRefused(raw().header("Origin", "https://shop.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/api/tags/1"));
    }
}
