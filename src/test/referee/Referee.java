import static java.nio.charset.StandardCharsets.UTF_8;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Passes requests on to Prism, and so to a server, and writes down what Prism and Atlassian's validator say of each, a
 * line of JSON an exchange. What is no operation goes to the server itself.
 *
 * <p>Arguments: the contract, the addresses of Prism and of the server, and the file to write. Prints its own port.
 */
class Referee {

    private static final Pattern OPERATIONS = Pattern.compile("/api/.*|/livez|/readyz");

    private static final String PRISMS_VERDICT = "sl-violations";

    /** Of one connection, or for the client of this program to set. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "date", "host", "keep-alive", "transfer-encoding", "upgrade", "http2-settings");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final OpenApiInteractionValidator validator;
    private final String prism;
    private final String server;
    private final PrintStream verdicts;

    Referee(String contract, String prism, String server, String verdicts) throws IOException {
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(Path.of(contract)))
                .withLevelResolver(LevelResolver.create()
                        // The contract's schemas are open; this one takes them for closed.
                        .withLevel("validation.request.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                        // Whoever accepts JSON takes an answer without a body.
                        .withLevel("validation.request.accept.notAllowed", ValidationReport.Level.IGNORE)
                        .build())
                .build();
        this.prism = prism;
        this.server = server;
        this.verdicts = new PrintStream(verdicts, UTF_8);
    }

    public static void main(String... arguments) throws IOException {
        System.setProperty("jdk.httpclient.keepalive.timeout", "2"); // seconds: less than Prism's
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        var referee = new Referee(arguments[0], arguments[1], arguments[2], arguments[3]);
        var listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.setExecutor(Executors.newCachedThreadPool());
        listener.createContext("/", referee::pass);
        listener.start();
        System.out.println(listener.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var isOperation = OPERATIONS.matcher(exchange.getRequestURI().getPath()).matches();
            var sent = exchange.getRequestBody().readAllBytes();
            var received = forward(exchange, isOperation ? prism : server, sent);
            if (isOperation) {
                judge(exchange, sent, received);
            }
            received.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED_ON.contains(name) && !name.equals(PRISMS_VERDICT)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            var hasBody = received.body().length > 0;
            exchange.sendResponseHeaders(received.statusCode(), hasBody ? received.body().length : -1);
            if (hasBody) {
                exchange.getResponseBody().write(received.body());
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            e.printStackTrace();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, String upstream, byte[] body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(upstream + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), body.length > 0 ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase())) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private synchronized void judge(HttpExchange exchange, byte[] sent, HttpResponse<byte[]> received)
            throws IOException {
        var verdict = json.createObjectNode()
                .put("method", exchange.getRequestMethod())
                .put("path", exchange.getRequestURI().getPath())
                .put("query", exchange.getRequestURI().getRawQuery())
                .put("authorized", exchange.getRequestHeaders().containsKey("Authorization"))
                .put("sent", new String(sent, UTF_8))
                .put("status", received.statusCode());
        var ofPrism = verdict.putObject("Prism");
        add(ofPrism.putArray("request"), violations(received, "request"));
        add(ofPrism.putArray("response"), violations(received, "response"));
        var request = request(exchange, sent);
        var ofAtlassian = verdict.putObject("Atlassian");
        add(ofAtlassian.putArray("request"), faults(validator.validateRequest(request)));
        add(
                ofAtlassian.putArray("response"),
                faults(validator.validateResponse(request.getPath(), request.getMethod(), response(received))));
        verdicts.println(verdict);
    }

    private static void add(ArrayNode list, Stream<String> faults) {
        faults.forEach(list::add);
    }

    private Stream<String> violations(HttpResponse<?> received, String side) throws IOException {
        var found = json.readTree(received.headers().firstValue(PRISMS_VERDICT).orElse("[]"));
        return Stream.iterate(0, i -> i < found.size(), i -> i + 1)
                .map(found::get)
                .filter(violation -> violation.at("/location/0").asText().equals(side))
                .map(JsonNode::toString);
    }

    private static Stream<String> faults(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> message.getKey() + ": " + message.getMessage());
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        var uri = exchange.getRequestURI();
        var request = new SimpleRequest.Builder(exchange.getRequestMethod(), uri.getRawPath());
        exchange.getRequestHeaders().forEach(request::withHeader);
        if (uri.getRawQuery() != null) {
            var query = new LinkedHashMap<String, List<String>>();
            Stream.of(uri.getRawQuery().split("&"))
                    .map(pair -> (pair + "=").split("=", 3))
                    .forEach(pair -> query.computeIfAbsent(decode(pair[0]), name -> new ArrayList<>())
                            .add(decode(pair[1])));
            query.forEach(request::withQueryParam);
        }
        return body.length > 0 ? request.withBody(body).build() : request.build();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static SimpleResponse response(HttpResponse<byte[]> received) {
        var response = new SimpleResponse.Builder(received.statusCode());
        received.headers().map().forEach(response::withHeader);
        return (received.body().length > 0 ? response.withBody(received.body()) : response).build();
    }
}
