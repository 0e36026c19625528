package shop.kontor.settings;

/** The server can't start as it is set up; the message says what to do about it. */
public class Misconfigured extends RuntimeException {

    public Misconfigured(String message) {
        super(message);
    }
}
