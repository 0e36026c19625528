package shop.kontor.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.Product;
import shop.kontor.api.model.ProductSort;
import shop.kontor.catalog.ProductSource.Via;
import shop.kontor.web.Pages;

/**
 * Lists products, and looks at a bounded number of rows for each page, however many there are.
 *
 * <p>A page is read from the smallest set of rows that a filter leaves, if one is small, and otherwise from an index in
 * the order of the list: up to a certain row, after which the next page goes on. The cursor is a position in the order
 * of the list in either case.
 */
@Component
class ProductSearch {

    /** What one request may read from anywhere on the disk, which takes MySQL up to 80 µs each if it is not in memory. */
    private static final int SCATTERED_ROWS = 1_000;

    /** What one request may read in the order of the primary keys. */
    private static final int ADJACENT_ROWS = 4_000;

    private final ProductMapper products;

    ProductSearch(ProductMapper products) {
        this.products = products;
    }

    /**
     * Returns one page.
     *
     * @param cursor the start of the page, null for the first page
     * @param total whether to count the rows on all pages
     */
    ResponseEntity<List<Product>> page(
            ProductFilter filter, ProductSort sort, @Nullable String cursor, int perPage, boolean total) {
        var sorting = ProductSorting.of(sort);
        var query = new ProductQuery(filter, sort, sorting.after(cursor), perPage + 1);
        var scan = scan(query);
        var until = scan.end() == null ? null : sorting.cursor(scan.end());
        return Pages.page(
                products.list(scan.source(), query.of(scan.source()), until),
                perPage,
                sorting::cursor,
                scan.end(),
                total ? () -> count(query, scan.source()) : null);
    }

    private Scan scan(ProductQuery query) {
        if (query.filter().sku() != null) {
            return new Scan(ProductSource.ofSku(), null);
        }
        var inOrder = ProductSource.inOrder(query.sort(), query.filter());
        if (inOrder.answers(query.filter())) {
            return new Scan(inOrder, null);
        }
        var tables = query.filter().without(inOrder).tables();
        var scattered = SCATTERED_ROWS / tables;
        var rows = inOrder.via() == Via.ID ? ADJACENT_ROWS / tables : scattered;
        var end = products.findLastOf(inOrder, query, rows - 1);
        if (end.isEmpty()) {
            return new Scan(inOrder, null);
        }
        var smallest = products.findSmallest(query, scattered);
        return smallest.size() < scattered ? new Scan(smallest, null) : new Scan(inOrder, end.get());
    }

    private long count(ProductQuery query, ProductSource listed) {
        var source = listed.size() > 0 ? listed : ProductSource.forCounting(query.filter());
        return products.count(source, query.of(source));
    }

    /**
     * What one request looks at.
     *
     * @param end the last row of it, null if it is the whole source
     */
    private record Scan(ProductSource source, @Nullable Product end) {}
}
