package shop.kontor.contract;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Suggests the name that was probably meant by an unknown one. */
public final class Suggestion {

    /** Longer names are not typing errors. */
    private static final int LONGEST = 50;

    private Suggestion() {}

    /** The detail for an unknown name: the name that was probably meant, or else all known names. */
    static String of(String name, Collection<String> known) {
        return closest(name, known)
                .map(meant -> "is unknown; did you mean %s?".formatted(meant))
                .orElseGet(() -> "is unknown; known names are: "
                        + (known.isEmpty() ? "none" : known.stream().sorted().collect(Collectors.joining(", "))));
    }

    /** The known name that was probably meant by an unknown one, if any. */
    public static Optional<String> closest(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(meant -> distance(plain(name), plain(meant))
                        <= Math.max(1, plain(meant).length() / 4))
                .min(Comparator.comparingInt((String meant) -> distance(plain(name), plain(meant)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A name without the differences of naming styles, such as {@code tag_ids} and {@code tagIds}. */
    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }

    /** The Levenshtein distance. */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                var replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
