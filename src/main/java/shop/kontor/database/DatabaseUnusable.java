package shop.kontor.database;

/** The shop can't open, because its database can't be used; the message says what to do about it. */
public class DatabaseUnusable extends RuntimeException {

    DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
