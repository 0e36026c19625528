package shop.kontor.benchmark;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.jspecify.annotations.Nullable;

/** An HTTP client with one connection, which it keeps open. */
final class Client {

    private final CloseableHttpClient http = HttpClients.custom()
            .setConnectionManager(new BasicHttpClientConnectionManager())
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableRedirectHandling()
            .disableContentCompression()
            .build();
    private final String url;
    private final @Nullable String token;

    Client(String url, @Nullable String token) {
        this.url = url;
        this.token = token;
    }

    /** What an answer consists of. */
    record Answer(@Nullable String location, String body) {}

    /**
     * Sends a request.
     *
     * @param body JSON, or null
     * @throws IOException if the status of the answer is not the expected one
     */
    Answer send(String method, String path, @Nullable String body, int expected) throws IOException {
        var request = new HttpUriRequestBase(method, URI.create(url + path));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        }
        return http.execute(request, answer -> {
            var text = answer.getEntity() == null ? "" : EntityUtils.toString(answer.getEntity());
            if (answer.getCode() != expected) {
                throw new IOException("%s %s: %d %s".formatted(method, path, answer.getCode(), text));
            }
            var location = answer.getFirstHeader("Location");
            return new Answer(location == null ? null : location.getValue(), text);
        });
    }

    Answer get(String path) throws IOException {
        return send("GET", path, null, 200);
    }
}
