package shop.kontor.catalog;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.ProductSort;
import shop.kontor.web.Cursor;

/**
 * Which products to list, and in what order; what is null filters nothing.
 *
 * @param tagIds with all of these
 * @param words each begins a word of the name; null if nothing is searched for
 * @param after where the page starts, null at the beginning
 * @param limit how many rows at most
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
