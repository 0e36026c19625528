package shop.kontor.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shop.kontor.problem.InvalidRequest;

/**
 * The last row of a page, after which the next page starts.
 *
 * @param id the row's id
 * @param value of the row's sort key, null if the list is sorted by id alone
 */
public record Cursor<T>(long id, @Nullable T value) {

    private static final int DIGEST = 22;
    /** Parameters that determine neither the rows of the list nor their order. */
    private static final Set<String> NEUTRAL = Set.of("cursor", "per_page", "total", "embed_limit", "product_count");

    /** The form in a URL: the row, and a digest of it and its list. */
    String encode(HttpServletRequest request) {
        var row = id + " " + (value == null ? "" : value);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((digest(row, request) + row).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Parses a cursor of this list.
     *
     * @param cursor as it was sent, null for the first page
     * @param sortedBy converts the sort key
     * @return null for the first page
     * @throws InvalidRequest if it was modified, or belongs to other filters or another sort key
     */
    public static <T> @Nullable Cursor<T> decode(@Nullable String cursor, Function<String, T> sortedBy) {
        if (cursor == null) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var row = text.substring(DIGEST);
            if (text.substring(0, DIGEST).equals(digest(row, Pages.currentRequest()))) {
                var end = row.indexOf(' ');
                return new Cursor<>(Long.parseLong(row.substring(0, end)), sortedBy.apply(row.substring(end + 1)));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // not a cursor
        }
        throw new InvalidRequest(List.of(InvalidRequest.inParameter(
                "cursor",
                "invalid_cursor",
                "is not a cursor for these filters and this sort key; start at the first page")));
    }

    private static String digest(String row, HttpServletRequest request) {
        var scope = new StringBuilder(request.getRequestURI()).append('\n').append(row);
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!NEUTRAL.contains(name)) {
                scope.append('\n').append(name).append('=').append(String.join(",", values));
            }
        });
        return Fingerprint.of(scope.toString());
    }
}
