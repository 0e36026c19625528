package shop.kontor.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.contract.ContractTest;

/** A connection outlives a refusal, or its end is announced. */
@Timeout(20)
class KeepAliveTest extends ContractTest {

    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String NEXT = "GET /api/tags/1" + HOST + "\r\n";
    private static final String NAME =
            "Content-Type: application/json\r\nContent-Length: 21\r\n\r\n{\"tag_name\": \"black\"}";
    private static final String POST = "POST /api/tags" + HOST + "Content-Type: application/json\r\n";

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("GET /nothing" + HOST + "\r\n", 404),
                Arguments.of("GET /api/tags/999999999" + HOST + "\r\n", 404),
                Arguments.of("FOO /api/tags" + HOST + "\r\n", 405),
                Arguments.of("TRACE /" + HOST + "\r\n", 405),
                Arguments.of("GET /api/tags/1" + HOST + "Accept: text/plain\r\n\r\n", 406),
                Arguments.of("PUT /api/tags/1" + HOST + "If-Match: \"x\"\r\n" + NAME, 412),
                Arguments.of("POST /api/tags" + HOST + "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", 415),
                Arguments.of("GET /api/tags" + HOST + "Origin: https://evil.example\r\n\r\n", 403),
                Arguments.of("GET /api/tags HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void keepsItAfterARefusal(String request, int status) throws IOException {
        try (var wire = new Wire(port)) {
            for (int i = 0; i < 3; i++) {
                var answer = wire.send(request).answer(true);
                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.headers()).doesNotContainKey("Connection");
                assertThat(wire.send(NEXT).answer(true).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void answersAPipelineInItsOrder() throws IOException {
        try (var wire = new Wire(port)) {
            wire.send(("FOO /api/tags" + HOST + "\r\n" + NEXT).repeat(5));
            for (int i = 0; i < 5; i++) {
                assertThat(wire.answer(true).status()).isEqualTo(405);
                assertThat(wire.answer(true).status()).isEqualTo(200);
            }
        }
    }

    /** Tomcat closes after each 400, even if the request was read to its end; a client must know. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/tags?per_page=0" + HOST + "\r\n",
                "GET /api/tags?x=%zz" + HOST + "\r\n",
                "GET /api//tags" + HOST + "\r\n",
                "GET /api/tags?per_page=0 HTTP/1.0\r\nHost: localhost\r\n\r\n",
                "GET /api/tags HTTP/1.1\r\n\r\n",
                "nonsense\r\n\r\n",
                POST + "Content-Length: 2\r\n\r\n{}",
                POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                POST + "Content-Length: x\r\n\r\n",
                POST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}"
            })
    void saysThatItClosesAfterA400(String request) throws IOException {
        try (var wire = new Wire(port).send(request + NEXT)) {
            assertThat(wire.isClosedWithin(Duration.ofSeconds(10))).isTrue();
            assertThat(wire.received()).startsWith("HTTP/1.1 400 ").contains("\r\nConnection: close\r\n");
            assertThat(wire.received().split("HTTP/1.1 ")).hasSize(2);
        }
    }
}
