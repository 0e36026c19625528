package shop.kontor.metrics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every request counts, once, whoever answered it. */
class RequestMetricsTest extends MeasuredShop {

    /** Sends a request as it is, and reads until the server closes the connection. */
    private void send(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
        }
    }

    /** A response is sent before it is counted. */
    private void counts(double before, String operation, int status) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(requests(operation, status)).isEqualTo(before + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/tags HTTP/1.1 | localhost | listTags | 200",
                "HEAD /api/tags HTTP/1.1 | localhost | listTags | 200",
                "GET /api/tags/999999999 HTTP/1.1 | localhost | getTag | 404",
                "GET /api/tags?page=1 HTTP/1.1 | localhost | listTags | 400",
                "GET /openapi.yaml HTTP/1.1 | localhost | none | 200",
                "GET /no/such/page HTTP/1.1 | localhost | none | 404",
                "BREW /api/tags HTTP/1.1 | localhost | none | 405",
                // refused by a filter
                "GET /api/tags HTTP/1.1 | evil.example | listTags | 421",
                // by the firewall
                "GET /api//tags HTTP/1.1 | localhost | none | 400",
                // by Tomcat
                "GET /api/tags/%zz HTTP/1.1 | localhost | none | 400",
                "GET  HTTP/1.1 | localhost | none | 400",
                "GET /api/tags HTTP/9.1 | localhost | none | 505",
            })
    void countsARequest(String line, String host, String operation, int status) throws IOException {
        var before = requests(operation, status);

        send(line + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        counts(before, operation, status);
    }

    @Test
    void countsABodyThatIsTooLarge() throws IOException {
        var before = requests("createTag", 413);
        send("POST /api/tags HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: 20000\r\n\r\n" + " ".repeat(20000));
        counts(before, "createTag", 413);
    }

    /** As {@code TimedProtocol} ends it, after ten seconds. */
    @Test
    void countsABodyThatIsTooSlow() throws IOException {
        var before = requests("createTag", 408);
        send(
                "POST /api/tags HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{");
        counts(before, "createTag", 408);
    }

    @Test
    void timesARequestInItsHistogram() throws IOException {
        var all = Map.of("operation", "getCategory", "status", "200", "le", "+Inf");
        var before = sum("http_server_requests_seconds_bucket", all);

        send("GET /api/categories/1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        counts(before, "getCategory", 200);
        assertThat(sum("http_server_requests_seconds_bucket", all)).isEqualTo(before + 1);
        assertThat(sum("http_server_requests_seconds_sum", Map.of("operation", "getCategory", "status", "200")))
                .isPositive();
    }
}
