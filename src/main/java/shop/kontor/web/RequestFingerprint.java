package shop.kontor.web;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Identifies requests by their method, path and the JSON value of their body. */
public final class RequestFingerprint {

    private RequestFingerprint() {}

    /** The fingerprint of the current request; an absent body equals {}. */
    public static String current() {
        var request = Pages.currentRequest();
        try {
            var body = request.getInputStream().readAllBytes();
            var json = body.length == 0 ? "{}" : CanonicalJson.of(body);
            return Fingerprint.of(request.getMethod() + " " + request.getRequestURI() + "\n" + json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
