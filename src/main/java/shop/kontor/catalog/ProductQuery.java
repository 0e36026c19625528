package shop.kontor.catalog;

import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.ProductSort;
import shop.kontor.web.Cursor;

/**
 * A page of a list of products.
 *
 * @param after the last row of the previous page, null for the first page
 * @param limit the maximum number of rows
 */
record ProductQuery(
        ProductFilter filter, ProductSort sort, @Nullable Cursor<?> after, int limit) {

    /** The same page of the rows of a source, by the filters that the source leaves to check. */
    ProductQuery of(ProductSource source) {
        return new ProductQuery(filter.without(source), sort, after, limit);
    }
}
