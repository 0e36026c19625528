package shop.kontor.sdk;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** Sends requests with authentication, a timeout, an idempotency key, and retries where they are safe. */
final class Transport extends HttpClient {

    private static final String KEY = "Idempotency-Key";
    private static final List<Pattern> KEYED = Headers.OF_OPERATIONS.stream()
            .filter(operation -> operation.endsWith(" " + KEY))
            .map(operation -> operation.replaceAll(" [^ ]*$", "").replaceAll("\\{[^}]*}", "[^/]+"))
            .map(operation -> operation.replaceFirst(" ", " .*"))
            .map(Pattern::compile)
            .toList();

    /** Threads of its own: sendAsync uses the common pool, and a parallel stream may block all of it. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "kontor-client");
        thread.setDaemon(true);
        return thread;
    });

    private final HttpClient http;
    private final Duration timeout;
    private final Session session;

    Transport(HttpClient http, Duration timeout, Session session) {
        this.http = http;
        this.timeout = timeout;
        this.session = session;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        var keyed = keyed(request);
        var retries = new Retries(
                keyed.method().equals("GET") || keyed.headers().firstValue(KEY).isPresent());
        while (true) {
            var token = request.uri().getPath().endsWith("/api/sessions") ? null : session.token();
            try {
                var answer = exchange(signed(keyed, token));
                if (answer.statusCode() == 401 && token != null) {
                    session.end(token);
                    answer = exchange(signed(keyed, session.token()));
                }
                if (answer.statusCode() / 100 == 2) {
                    return Answer.of(answer, handler);
                }
                retries.after(ProblemException.of(answer));
            } catch (IOException e) {
                retries.after(e);
            }
        }
    }

    /** Adds an idempotency key if the operation accepts one and the request has none. */
    private HttpRequest keyed(HttpRequest request) {
        var operation = request.method() + " " + request.uri().getPath();
        return request.headers().firstValue(KEY).isPresent()
                        || KEYED.stream().noneMatch(p -> p.matcher(operation).matches())
                ? request
                : with(request, KEY, UUID.randomUUID().toString());
    }

    private static HttpRequest signed(HttpRequest request, String token) {
        return token == null ? request : with(request, "Authorization", "Bearer " + token);
    }

    private static HttpRequest with(HttpRequest request, String header, String value) {
        return HttpRequest.newBuilder(request, (name, old) -> true)
                .setHeader(header, value)
                .build();
    }

    /** Reads a response to its end within the timeout: the JDK's own timeout ends with the headers. */
    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException, InterruptedException {
        var answer = THREADS.submit(() -> http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("No complete response within " + timeout);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return http.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return http.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return http.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return http.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return http.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return http.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return http.authenticator();
    }

    @Override
    public Version version() {
        return http.version();
    }

    @Override
    public Optional<Executor> executor() {
        return http.executor();
    }
}
