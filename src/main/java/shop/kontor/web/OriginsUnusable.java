package shop.kontor.web;

/** The shop can't open, because {@code KONTOR_CORS} names what is no origin; the message says what to do about it. */
public class OriginsUnusable extends RuntimeException {

    OriginsUnusable(String origin) {
        super(
                "KONTOR_CORS can't have '%s' in it: write each origin as browsers do, such as https://shop.example or http://localhost:3000, with commas between them."
                        .formatted(origin));
    }
}
