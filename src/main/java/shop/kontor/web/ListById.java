package shop.kontor.web;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import shop.kontor.problem.InvalidRequest;

/**
 * A paged list that is sorted by id.
 *
 * @param rows reads a page
 * @param id of a row
 * @param count of the rows on all pages
 */
public record ListById<T>(Rows<T> rows, ToLongFunction<T> id, LongSupplier count) {

    /** Queries the rows of a page. */
    @FunctionalInterface
    public interface Rows<T> {

        /**
         * Reads rows in the order of the list.
         *
         * @param last the id of the last row of the previous page, null for the first page
         * @param limit the maximum number of rows
         */
        List<T> read(@Nullable Long last, int limit);
    }

    /**
     * Returns one page.
     *
     * @param cursor the start of the page, null for the first page
     * @param total whether to count the rows on all pages
     * @throws InvalidRequest if it is not a cursor of this list
     */
    public ResponseEntity<List<T>> page(@Nullable String cursor, int perPage, boolean total) {
        var last = Cursor.decode(cursor, value -> null);
        return Pages.page(
                rows.read(last == null ? null : last.id(), perPage + 1),
                perPage,
                row -> new Cursor<>(id.applyAsLong(row), null),
                null,
                total ? count : null);
    }
}
