package shop.kontor.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.ProductSummary;
import shop.kontor.contract.ReadBack;

/**
 * The view of the products that are embedded in categories and tags.
 *
 * @param limit the maximum number of products per row
 * @param counted whether to count all products of a row
 */
record EmbeddedProducts(int limit, boolean counted) {

    /** The view without parameters. */
    static final EmbeddedProducts DEFAULT = new EmbeddedProducts(50, false);

    /** A limit beyond the maximum of {@code embed_limit}. */
    private static final int MOST = 100;

    private static final Pattern VIEW = Pattern.compile("(\\d{1,3})(c?)-[\\w-]{22}");

    /** Reads the products of a page of categories or tags. */
    interface Source {

        List<EmbeddedProduct> listProducts(List<Long> ids, int limit);

        List<ProductCount> countProducts(List<Long> ids);
    }

    /**
     * The embedded products of one row.
     *
     * @param count null if not requested
     */
    record Products(
            List<ProductSummary> products,
            boolean hasMore,
            @Nullable Long count) {}

    /** The view that an entity tag, without its quotes, was made for, so that the current tag of it can be compared. */
    static EmbeddedProducts of(String entityTag) {
        var view = VIEW.matcher(entityTag);
        return view.matches()
                ? new EmbeddedProducts(
                        Math.min(Integer.parseInt(view.group(1)), MOST),
                        !view.group(2).isEmpty())
                : DEFAULT;
    }

    /** The view that a client has read and sends back; a smaller view is a prefix of a larger one. */
    static EmbeddedProducts of(ReadBack readBack) {
        var limit = readBack.has("products") ? Math.min(readBack.size("products"), MOST) : DEFAULT.limit();
        return new EmbeddedProducts(limit, readBack.has("product_count"));
    }

    /** The prefix of an entity tag of this view. */
    String view() {
        return limit + (counted ? "c-" : "-");
    }

    /** Embeds products in each row of a page, with at most two statements. */
    <T> List<T> fill(List<T> rows, Function<T, Long> id, Source source, BiFunction<T, Products, T> fill) {
        if (rows.isEmpty()) {
            return rows;
        }
        var ids = rows.stream().map(id).toList();
        var products =
                source.listProducts(ids, limit + 1).stream().collect(Collectors.groupingBy(EmbeddedProduct::ownerId));
        var counts = counted
                ? source.countProducts(ids).stream()
                        .collect(Collectors.toMap(ProductCount::ownerId, ProductCount::count))
                : Map.<Long, Long>of();
        rows.forEach(row -> {
            var own = products.getOrDefault(id.apply(row), List.of());
            var count = counted ? counts.getOrDefault(id.apply(row), 0L) : null;
            fill.apply(
                    row,
                    new Products(List.copyOf(own.subList(0, Math.min(limit, own.size()))), own.size() > limit, count));
        });
        return rows;
    }
}
