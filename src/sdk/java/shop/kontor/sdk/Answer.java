package shop.kontor.sdk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import javax.net.ssl.SSLSession;

/** A complete response, in the form that the generated client expects. */
record Answer<T>(HttpResponse<byte[]> whole, T body) implements HttpResponse<T> {

    static <T> Answer<T> of(HttpResponse<byte[]> whole, BodyHandler<T> handler) {
        var subscriber = handler.apply(new Head(whole));
        subscriber.onSubscribe(new Nothing());
        subscriber.onNext(List.of(ByteBuffer.wrap(readable(whole.body()))));
        subscriber.onComplete();
        return new Answer<>(whole, subscriber.getBody().toCompletableFuture().join());
    }

    /** The generated client decodes JSON in the platform's charset, which may not be UTF-8 before Java 18. */
    private static byte[] readable(byte[] json) {
        if (Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
            return json;
        }
        var ascii = new StringBuilder(json.length);
        new String(json, StandardCharsets.UTF_8)
                .chars()
                .forEach(c -> ascii.append(c < 128 ? Character.toString(c) : "\\u%04x".formatted(c)));
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int statusCode() {
        return whole.statusCode();
    }

    @Override
    public HttpRequest request() {
        return whole.request();
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
        return whole.headers();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return whole.sslSession();
    }

    @Override
    public URI uri() {
        return whole.uri();
    }

    @Override
    public HttpClient.Version version() {
        return whole.version();
    }

    /** What a body handler sees before it reads the body. */
    private record Head(HttpResponse<?> of) implements ResponseInfo {

        @Override
        public int statusCode() {
            return of.statusCode();
        }

        @Override
        public HttpHeaders headers() {
            return of.headers();
        }

        @Override
        public HttpClient.Version version() {
            return of.version();
        }
    }

    /** Requests nothing: the body is complete. */
    private record Nothing() implements Flow.Subscription {

        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    }
}
