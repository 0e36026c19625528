package shop.kontor.settings;

import java.nio.charset.StandardCharsets;

/**
 * A setting whose value is never printed.
 *
 * @param value empty if it is not set
 */
public record Secret(String value) {

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** The secret in UTF-8. */
    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return isEmpty() ? "" : "***";
    }
}
