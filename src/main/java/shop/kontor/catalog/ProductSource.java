package shop.kontor.catalog;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.ProductSort;

/**
 * What a list of products is read from: an index, or a range of it.
 *
 * @param tagId of which tag, if it is the index of tags
 * @param word the beginning of which words, if it is the index of words
 * @param size the number of rows, if they were counted
 */
record ProductSource(
        Via via, @Nullable Long tagId, @Nullable String word, int size) {

    /** The indexes. */
    enum Via {
        ANY,
        ID,
        PRODUCT_NAME,
        PRICE,
        STOCK,
        CREATED_AT,
        CATEGORY,
        CATEGORY_AND_PRODUCT_NAME,
        CATEGORY_AND_PRICE,
        CATEGORY_AND_CREATED_AT,
        USER,
        LOW_STOCK,
        SKU,
        TAG,
        WORD
    }

    /** A source that has the rows in the order of the list, and only those of a filter where there is such an index. */
    static ProductSource inOrder(ProductSort sort, ProductFilter filter) {
        return switch (ProductSorting.of(sort)) {
            case ID ->
                filter.tagIds().stream().findFirst().map(ProductSource::of).orElseGet(() -> of(inOrderOfIds(filter)));
            case NAME -> of(filter.isCategorized() ? Via.CATEGORY_AND_PRODUCT_NAME : Via.PRODUCT_NAME);
            case PRICE -> of(filter.isCategorized() ? Via.CATEGORY_AND_PRICE : Via.PRICE);
            case STOCK -> of(Via.STOCK);
            case CREATED_AT -> of(filter.isCategorized() ? Via.CATEGORY_AND_CREATED_AT : Via.CREATED_AT);
        };
    }

    private static Via inOrderOfIds(ProductFilter filter) {
        return filter.isCategorized()
                ? Via.CATEGORY
                : filter.userId() != null ? Via.USER : filter.lowStock() ? Via.LOW_STOCK : Via.ID;
    }

    /** The source that has one row at most. */
    static ProductSource ofSku() {
        return new ProductSource(Via.SKU, null, null, 1);
    }

    /** A source for counting: of a tag or a word, if any, and otherwise what the database prefers. */
    static ProductSource forCounting(ProductFilter filter) {
        return filter.tagIds().stream()
                .findFirst()
                .map(ProductSource::of)
                .or(() -> filter.words().stream()
                        .max(Comparator.comparing(String::length))
                        .map(word -> new ProductSource(Via.WORD, null, word, 0)))
                .orElseGet(() -> of(Via.ANY));
    }

    private static ProductSource of(Via via) {
        return new ProductSource(via, null, null, 0);
    }

    private static ProductSource of(long tagId) {
        return new ProductSource(Via.TAG, tagId, null, 0);
    }

    /** Whether it is an index of products, and not of tags or words. */
    boolean isOfProducts() {
        return via != Via.TAG && via != Via.WORD;
    }

    /** Whether its rows are just those that match the filter. */
    boolean answers(ProductFilter filter) {
        return filter.size()
                == switch (via) {
                    case CATEGORY, CATEGORY_AND_PRODUCT_NAME, CATEGORY_AND_CREATED_AT, USER, LOW_STOCK, TAG, WORD -> 1;
                    case CATEGORY_AND_PRICE -> filter.isPriced() ? 2 : 1;
                    case PRICE -> filter.isPriced() ? 1 : 0;
                    case STOCK -> filter.inStock() == null ? 0 : 1;
                    default -> 0;
                };
    }
}
