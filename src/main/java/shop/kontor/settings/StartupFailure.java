package shop.kontor.settings;

import org.jspecify.annotations.Nullable;

/** Ends the start; its message says what is wrong and what to do. */
public class StartupFailure extends RuntimeException {

    public StartupFailure(String message) {
        this(message, null);
    }

    public StartupFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
