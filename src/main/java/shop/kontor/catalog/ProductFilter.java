package shop.kontor.catalog;

import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.ProductStatus;

/**
 * The filters of a list of products; null does not filter.
 *
 * @param status the product must be in it; every source of a list has only such rows
 * @param tagIds the product must have all of these
 * @param words each must be the beginning of a word in the name; none is the beginning of another
 * @param nothing whether no product can match
 */
record ProductFilter(
        ProductStatus status,
        @Nullable Long categoryId,
        boolean uncategorized,
        @Nullable Long userId,
        @Nullable BigDecimal priceMin,
        @Nullable BigDecimal priceMax,
        @Nullable Boolean inStock,
        boolean lowStock,
        @Nullable String sku,
        Set<Long> tagIds,
        Set<String> words,
        boolean nothing) {

    /** The number of filters besides the status. */
    int size() {
        return (int) Stream.of(
                                categoryId != null,
                                uncategorized,
                                userId != null,
                                isPriced(),
                                inStock != null,
                                lowStock,
                                sku != null,
                                nothing)
                        .filter(Boolean::booleanValue)
                        .count()
                + tagIds.size()
                + words.size();
    }

    boolean isCategorized() {
        return categoryId != null || uncategorized;
    }

    boolean isPriced() {
        return priceMin != null || priceMax != null;
    }

    int numberOfTags() {
        return tagIds.size();
    }

    int numberOfWords() {
        return words.size();
    }

    /** The filters that remain when only rows of a source are looked at. */
    ProductFilter without(ProductSource source) {
        return new ProductFilter(
                status,
                categoryId,
                uncategorized,
                userId,
                priceMin,
                priceMax,
                inStock,
                lowStock,
                sku,
                tagIds.stream().filter(id -> !id.equals(source.tagId())).collect(Collectors.toCollection(TreeSet::new)),
                words.stream().filter(word -> !word.equals(source.word())).collect(Collectors.toSet()),
                nothing);
    }

    /** The number of tables that must be looked at for each row of an index of products. */
    int tables() {
        var products = isCategorized() || isPriced() || inStock != null || userId != null || lowStock;
        return Math.max(1, (products ? 1 : 0) + (tagIds.isEmpty() ? 0 : 1) + (words.isEmpty() ? 0 : 1));
    }
}
