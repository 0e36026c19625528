package shop.kontor.cluster;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import shop.kontor.load.OneServer;
import shop.kontor.load.Shop;
import tools.jackson.databind.json.JsonMapper;

/** Servers on one database: who is not answered by one, or with 503, sends the same request with the same key to the next. */
final class SeveralServers implements Shop {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern USER = Pattern.compile("/api/users/(\\d+)/.*");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<OneServer> servers = new CopyOnWriteArrayList<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger clients = new AtomicInteger();
    private final ThreadLocal<Integer> server = ThreadLocal.withInitial(clients::getAndIncrement);
    private final AtomicInteger repeated = new AtomicInteger();
    private final Gaps gaps = new Gaps();

    /** Signs its manager in. */
    SeveralServers(List<String> addresses, String email, String password) throws IOException {
        addresses.forEach(address -> servers.add(new OneServer(address, PATIENCE)));
        tokens.put("", signIn(email, password));
    }

    /** A server has come back at another address. */
    void replace(int number, String address) {
        servers.set(number, new OneServer(address, PATIENCE));
    }

    /** Between writes that were confirmed. */
    Gaps gaps() {
        return gaps;
    }

    /** How many requests were sent again. */
    int repeated() {
        return repeated.get();
    }

    @Override
    public HttpResponse<String> send(String method, String path, String body, String key) throws IOException {
        var answer = sendUntilAnswered(method, path, body, key);
        if (answer.statusCode() / 100 == 2 && !method.equals("GET")) {
            gaps.end();
        }
        if (method.equals("POST") && path.equals("/api/users")) {
            var user = JSON.readTree(body);
            var token =
                    signIn(user.get("email").asString(), user.get("password").asString());
            tokens.put(JSON.readTree(answer.body()).get("id").asString(), token);
        }
        return answer;
    }

    private HttpResponse<String> sendUntilAnswered(String method, String path, String body, String key)
            throws IOException {
        var end = System.nanoTime() + LIMIT.toNanos();
        for (var isRepeated = false; System.nanoTime() < end; isRepeated = true) {
            try {
                var answer = current().send(method, path, body, key, token(path));
                if (isRepeated && path.endsWith("/status") && answer.statusCode() == 409) {
                    // it has no key, and the first one was granted
                    return send("GET", path.replace("/status", ""), null, null);
                }
                if (answer.statusCode() != 503) {
                    return answer;
                }
            } catch (IOException e) {
                // the next one answers
            }
            repeated.incrementAndGet();
            server.set(server.get() + 1);
            pause();
        }
        throw new IOException("No server answers to " + method + " " + path);
    }

    private OneServer current() {
        return servers.get(server.get() % servers.size());
    }

    private String token(String path) {
        var user = USER.matcher(path);
        return tokens.getOrDefault(user.matches() ? user.group(1) : "", tokens.get(""));
    }

    private String signIn(String email, String password) throws IOException {
        var credentials = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
        var session = current().send("POST", "/api/sessions", credentials, null);
        return JSON.readTree(session.body()).get("access_token").asString();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
