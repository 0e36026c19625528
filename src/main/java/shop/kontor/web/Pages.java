package shop.kontor.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Creates the responses of paged lists. */
public final class Pages {

    private Pages() {}

    /**
     * Returns one page, with a {@code Link} to the next if there is one (RFC 8288).
     *
     * @param rows of the page, plus one if there is a next page
     * @param perPage the maximum number of rows per page
     * @param cursor creates the cursor of a row
     * @param end the last row that was looked at, if not all were: the next page starts after it; or null
     * @param total counts the rows on all pages, null if not requested
     */
    public static <T> ResponseEntity<List<T>> page(
            List<T> rows, int perPage, Function<T, Cursor<?>> cursor, @Nullable T end, @Nullable LongSupplier total) {
        var page = rows.size() > perPage ? rows.subList(0, perPage) : rows;
        var last = page.size() < rows.size() ? page.get(perPage - 1) : end;
        var answer = ResponseEntity.ok();
        if (last != null) {
            var next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("cursor", cursor.apply(last).encode(currentRequest()))
                    .build();
            answer.header(HttpHeaders.LINK, "<%s?%s>; rel=\"next\"".formatted(next.getPath(), next.getQuery()));
        }
        if (total != null) {
            answer.header("X-Total-Count", Long.toString(total.getAsLong()));
        }
        return answer.body(page);
    }

    /** The rows of a page. */
    public static <T> List<T> rows(ResponseEntity<List<T>> page) {
        return Objects.requireNonNull(page.getBody());
    }

    static HttpServletRequest currentRequest() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
