package shop.kontor.catalog;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.Product;
import shop.kontor.api.model.ProductSort;
import shop.kontor.web.Cursor;

/** The sort key of a list of products before the id, and its form in a cursor. */
enum ProductSorting {
    ID(product -> null, text -> null),
    NAME(Product::getProductName, text -> text),
    PRICE(Product::getPrice, ProductSorting::price),
    STOCK(Product::getStock, Integer::valueOf),
    CREATED_AT(Product::getCreatedAt, ProductSorting::time);

    private final Function<Product, Object> value;
    private final Function<String, Object> parse;

    ProductSorting(Function<Product, Object> value, Function<String, Object> parse) {
        this.value = value;
        this.parse = parse;
    }

    static ProductSorting of(ProductSort sort) {
        return switch (sort) {
            case ID, ID_DESC -> ID;
            case PRODUCT_NAME, PRODUCT_NAME_DESC -> NAME;
            case PRICE, PRICE_DESC -> PRICE;
            case STOCK, STOCK_DESC -> STOCK;
            case NEWEST -> CREATED_AT;
        };
    }

    Cursor<?> cursor(Product last) {
        return new Cursor<>(last.getId(), value.apply(last));
    }

    @Nullable
    Cursor<?> after(@Nullable String cursor) {
        return Cursor.decode(cursor, parse);
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A decimal with the column's scale, so that no client sends the database a number of another size. */
    private static BigDecimal price(String text) {
        if (!text.matches("\\d{1,8}\\.\\d\\d")) {
            throw new IllegalArgumentException(text);
        }
        return new BigDecimal(text);
    }
}
