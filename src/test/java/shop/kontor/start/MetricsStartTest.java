package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The port of the metrics, in a process of its own: the JDK reads the timeouts of its server once. */
class MetricsStartTest extends ProcessTest {

    private static final Pattern ADDRESS = Pattern.compile("http://\\S+/metrics");

    private static int status(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(3))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void slowClientsLoseTheirConnectionsAndATakenPortEndsTheStart() throws IOException {
        var shop = start(folder("measured"), Map.of("PORT", "0", "KONTOR_METRICS_PORT", "0"));
        var line = ADDRESS.matcher(shop.says());
        assertThat(line.find()).as(shop.output()).isTrue();
        surviveSlowClients(line.group());
        shop.stop();

        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = String.valueOf(other.getLocalPort());
            assertThat(start(folder("measured"), Map.of("PORT", "0", "KONTOR_METRICS_PORT", port))
                            .refusal())
                    .contains(port, "KONTOR_METRICS_PORT");
        }
    }

    /** More of them than there are threads: some that send half a request, and some that read no response. */
    private static void surviveSlowClients(String address) throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 60; i++) {
                var socket = new Socket();
                socket.setReceiveBufferSize(1024);
                var uri = URI.create(address);
                socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
                socket.getOutputStream().write((i % 2 == 0 ? "GET /metrics HT" : request(100)).getBytes());
                slow.add(socket);
            }
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(status(address)).isEqualTo(200));
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    /** So many requests on one connection, whose responses fill all buffers. */
    private static String request(int times) {
        return "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(times);
    }
}
