package shop.kontor.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** The port of the metrics: what it answers, and that nobody keeps it from answering. */
class MetricsServerTest extends MeasuredShop {

    @ParameterizedTest
    @CsvSource({
        "GET, /metrics, 200",
        "HEAD, /metrics, 200",
        "POST, /metrics, 405",
        "DELETE, /metrics, 405",
        "GET, /, 404",
        "GET, /metrics/, 404",
        "GET, /api/products, 404",
        "POST, /api/tags, 404"
    })
    void showsMetricsAndNothingElse(String method, String path, int status) {
        var answer = send(method, path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().isEmpty()).isEqualTo(!(method.equals("GET") && status == 200));
    }

    @Test
    void answersInTheTextFormatOfPrometheus() {
        var type = send("GET", "/metrics").headers().firstValue("Content-Type");
        assertThat(type).hasValueSatisfying(value -> assertThat(value).startsWith("text/plain; version=0.0.4"));
        assertThat(send("POST", "/metrics").headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void theShopsOwnPortHasNoMetrics() {
        assertThat(raw().get("/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void listensOnTheLoopbackAddressAlone() throws IOException {
        var other = InetAddress.getLocalHost();
        if (!other.isLoopbackAddress()) {
            assertThatThrownBy(() -> new Socket(other, metrics.port())).isInstanceOf(ConnectException.class);
        }
        new Socket("127.0.0.1", metrics.port()).close();
    }

    /** So that a shop that is closing can still be watched. */
    @Test
    void opensBeforeTheShopAndClosesAfterIt() {
        assertThat(metrics.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
    }

    @Test
    void answersWhileOthersAreSlow() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 10; i++) {
                var socket = new Socket("127.0.0.1", metrics.port());
                socket.getOutputStream().write("GET /metrics HT".getBytes());
                slow.add(socket);
            }
            assertThat(scrape()).isNotEmpty();
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    /** With no connection to the database left, as when it no longer answers: a request would wait for five seconds. */
    @Test
    void answersWhileTheDatabaseDoesNot(@Autowired DataSource source, @Autowired UpkeepMetrics upkeep)
            throws SQLException {
        var most = (int) sum("hikaricp_connections_max", Map.of());
        var connections = new ArrayList<Connection>();
        try {
            for (int i = 0; i < most; i++) {
                connections.add(source.getConnection());
            }
            assertThat(statements.during(this::scrape)).isEmpty();
            // the pool looks once a second
            await().untilAsserted(() ->
                    assertThat(sum("hikaricp_connections_active", Map.of())).isEqualTo(most));
            upkeep.read();
            assertThat(sum("hikaricp_connections_timeout_total", Map.of())).isPositive();
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }
}
