package shop.kontor.contract.referees;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import shop.kontor.contract.check.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Answers every request with what the contract has as an example, of the status that the request names. */
final class ExampleServer implements AutoCloseable {

    private static final Spec SPEC = Spec.INSTANCE;

    private final HttpServer server;

    ExampleServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ExampleServer::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var status = exchange.getRequestHeaders().getFirst("Status");
            var operation = SPEC.operation(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath())
                    .orElseThrow();
            var response = SPEC.resolve(operation.node().get("responses").get(status));
            response.path("headers")
                    .properties()
                    .forEach(header -> exchange.getResponseHeaders()
                            .set(
                                    header.getKey(),
                                    SPEC.resolve(header.getValue())
                                            .at("/schema/example")
                                            .asString()));
            var code = status.equals("default") ? 500 : Integer.parseInt(status);
            if (response.path("content").isEmpty()) {
                exchange.sendResponseHeaders(code, -1);
                return;
            }
            var content = response.get("content").properties().iterator().next();
            exchange.getResponseHeaders().set("Content-Type", content.getKey());
            var body = example(content.getValue()).toString().getBytes(UTF_8);
            exchange.sendResponseHeaders(code, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The example of a body, of a request or an answer; a list without one holds that of its items. */
    static JsonNode example(JsonNode content) {
        if (content.has("example")) {
            return content.get("example");
        }
        var schema = SPEC.resolve(content.get("schema"));
        return schema.has("example")
                ? schema.get("example")
                : JsonNodeFactory.instance
                        .arrayNode()
                        .add(SPEC.resolve(schema.get("items")).get("example"));
    }
}
