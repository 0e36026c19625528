package shop.kontor.load;

import java.io.IOException;
import java.net.http.HttpResponse;

/** Answers the requests of a {@link Crowd}: a server, or several. */
public interface Shop {

    /**
     * What is answered to a request.
     *
     * @param body null for none
     * @param key makes it safe to send the request again; null for none
     * @throws IOException if nothing is answered
     */
    HttpResponse<String> send(String method, String path, String body, String key) throws IOException;
}
