package shop.kontor.catalog;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.ProductSort;
import shop.kontor.web.Cursor;

/**
 * The filters and the order of a list of products; null does not filter.
 *
 * @param tagIds the product must have all of these
 * @param words each must be the beginning of a word in the name; null for no search
 * @param after the last row of the previous page, null for the first page
 * @param limit the maximum number of rows
 */
record ProductQuery(
        @Nullable Long categoryId,
        boolean uncategorized,
        Set<Long> tagIds,
        @Nullable Long userId,
        @Nullable BigDecimal priceMin,
        @Nullable BigDecimal priceMax,
        @Nullable Boolean inStock,
        @Nullable Set<String> words,
        ProductSort sort,
        @Nullable Cursor<?> after,
        int limit) {}
