package shop.kontor.contract.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers what a test tells it to, however wrong, and keeps what it was asked. */
final class FakeShop implements AutoCloseable {

    /** One request, with its token and key, null if it has none, and its body. */
    record Request(String line, String token, String key, String body) {}

    /** What to do with a request. */
    interface Reply {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();

    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    FakeShop() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers the next requests like this, in this order. */
    FakeShop replies(Reply... next) {
        replies.addAll(List.of(next));
        return this;
    }

    static Reply json(int status, String body) {
        return reply(status, body, Map.of("Content-Type", "application/json"));
    }

    static Reply problem(int status, String type, Map<String, String> headers) {
        return reply(
                status,
                "{\"type\": \"/problems/%s\", \"title\": \"No\", \"status\": %d}".formatted(type, status),
                headers);
    }

    static Reply reply(int status, String body, Map<String, String> headers) {
        return exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Closes the connection: there is no answer. */
    static Reply nothing() {
        return exchange -> {};
    }

    /** Begins an answer and does not go on before the shop is closed. */
    Reply half() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            closed.await();
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            requests.add(new Request(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                    headers.getFirst("Authorization"),
                    headers.getFirst("Idempotency-Key"),
                    body));
            var reply = replies.poll();
            (reply == null ? json(500, "{}") : reply).to(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
