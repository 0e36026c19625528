package shop.kontor.load;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The server at an address. */
public final class OneServer implements Shop {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final Duration patience;

    /** A server that is asked as long as it lives. */
    public OneServer(String address) {
        this(address, Duration.ofSeconds(60));
    }

    /** A server that has to answer within this time. */
    public OneServer(String address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    @Override
    public HttpResponse<String> send(String method, String path, String body, String key) throws IOException {
        return send(method, path, body, key, null);
    }

    /** What it answers to whom it gave a token. */
    public HttpResponse<String> send(String method, String path, String body, String key, String token)
            throws IOException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(patience)
                .method(method, body == null ? noBody() : ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
