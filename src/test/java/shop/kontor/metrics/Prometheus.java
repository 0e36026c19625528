package shop.kontor.metrics;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus that reads the metrics of a shop each second, if this machine has one: nothing is downloaded. */
final class Prometheus implements AutoCloseable {

    /** The job that it takes the shop for. */
    static final String JOB = "kontor";

    private static final Optional<Path> PROGRAM = Stream.of(
                    System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "prometheus"))
            .filter(Files::isExecutable)
            .findFirst();

    static {
        if (!isInstalled()) {
            System.err.println("SKIPPED: the queries of the dashboard, since there is no prometheus on the PATH.");
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final Process process;

    Prometheus(int metrics, Path folder) throws IOException {
        address = "127.0.0.1:" + freePort();
        var configuration = Files.writeString(folder.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s, scrape_timeout: 1s }
                scrape_configs:
                  - job_name: %s
                    static_configs: [{ targets: ["127.0.0.1:%d"] }]
                """.formatted(JOB, metrics));
        var output = folder.resolve("prometheus.txt");
        process = new ProcessBuilder(
                        PROGRAM.orElseThrow().toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=" + address)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await().atMost(Duration.ofMinutes(1)).until(this::isReady);
    }

    static boolean isInstalled() {
        return PROGRAM.isPresent();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() throws IOException {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (ConnectException e) {
            return false;
        }
    }

    /** The numbers that a query finds at the moment, one for each series; what is infinite or none is no number. */
    List<Double> numbers(String query) throws IOException {
        return data("/api/v1/query?query=" + encoded(query))
                .get("result")
                .valueStream()
                .map(series -> series.get("value").get(1).asString())
                .filter(value -> !value.endsWith("Inf") && !value.equals("NaN"))
                .map(Double::valueOf)
                .toList();
    }

    /** The values of a label, as {@code label_values(metric, label)} finds them for a variable of Grafana. */
    List<String> values(String metric, String label) throws IOException {
        return data("/api/v1/label/" + label + "/values?match[]=" + encoded(metric))
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode data(String path) throws IOException {
        var answer = get(path.replace("[]", "%5B%5D"));
        var json = new JsonMapper().readTree(answer.body());
        if (!json.path("status").asString().equals("success")) {
            throw new AssertionError(answer.body());
        }
        return json.get("data");
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://" + address + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
