package shop.kontor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import shop.kontor.contract.ContractTest;

/** What tests of a shop with metrics share: the server, and what it shows to Prometheus. */
@TestPropertySource(properties = "KONTOR_METRICS_PORT=0")
abstract class MeasuredShop extends ContractTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired
    MetricsServer metrics;

    final HttpResponse<String> send(String method, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + metrics.port() + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    final List<Sample> scrape() {
        var answer = send("GET", "/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Sample.all(answer.body());
    }

    /** The sum of the samples with this name and at least these labels. */
    final double sum(String name, Map<String, String> labels) {
        return scrape().stream()
                .filter(sample -> sample.name().equals(name))
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** How many requests with this label were answered so. */
    final double requests(String operation, int status) {
        return sum(
                "http_server_requests_seconds_count", Map.of("operation", operation, "status", String.valueOf(status)));
    }
}
