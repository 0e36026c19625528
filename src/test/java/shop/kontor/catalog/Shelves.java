package shop.kontor.catalog;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import shop.kontor.api.model.ProductSort;
import shop.kontor.api.model.ProductStatus;

/** A database with so many products, beside the one of the tests: tags, categories and words depend on each other. */
class Shelves implements AutoCloseable {

    private static final List<String> TABLES =
            List.of("categories", "users", "tags", "products", "product_tags", "product_words");

    private final JdbcTemplate database;
    private final String own;
    private final String shelves;

    /** Creates the database, and goes to it with this transaction's connection. */
    Shelves(JdbcTemplate database) {
        this.database = database;
        own = database.queryForObject("SELECT DATABASE()", String.class);
        shelves = own.replaceFirst("(_test)?$", "_shelves_test");
        database.execute("DROP DATABASE IF EXISTS " + shelves);
        database.execute("CREATE DATABASE " + shelves);
        TABLES.forEach(
                table -> database.execute("CREATE TABLE %s.%s LIKE %s.%s".formatted(shelves, table, own, table)));
        goTo(shelves);
    }

    @Override
    public void close() {
        goTo(own);
        database.execute("DROP DATABASE " + shelves);
    }

    private void goTo(String catalog) {
        database.execute((Connection connection) -> {
            connection.setCatalog(catalog);
            return null;
        });
    }

    /** A product as it is in the tables. */
    record Row(
            long id,
            String name,
            BigDecimal price,
            int stock,
            boolean low,
            Long category,
            Long user,
            ProductStatus status,
            LocalDateTime created,
            Set<Long> tags) {

        boolean matches(ProductFilter filter) {
            var words = name.split(" ");
            return filter.status() == status
                    && (filter.categoryId() == null || filter.categoryId().equals(category))
                    && (!filter.uncategorized() || category == null)
                    && (filter.userId() == null || filter.userId().equals(user))
                    && (filter.priceMin() == null || price.compareTo(filter.priceMin()) >= 0)
                    && (filter.priceMax() == null || price.compareTo(filter.priceMax()) <= 0)
                    && (filter.inStock() == null || filter.inStock() == stock > 0)
                    && (!filter.lowStock() || low)
                    && tags.containsAll(filter.tagIds())
                    && filter.words().stream()
                            .allMatch(q -> Arrays.stream(words).anyMatch(w -> w.startsWith(q)));
        }

        static Comparator<Row> order(ProductSort sort) {
            Comparator<Row> key = switch (ProductSorting.of(sort)) {
                case ID -> Comparator.comparing(Row::id);
                case NAME -> Comparator.comparing(Row::name);
                case PRICE -> Comparator.comparing(Row::price);
                case STOCK -> Comparator.comparing(Row::stock);
                case CREATED_AT -> Comparator.comparing(Row::created);
            };
            var order = key.thenComparing(Row::id);
            return sort.getValue().matches(".*_desc|newest") ? order.reversed() : order;
        }
    }

    /** Adds products until there are so many. */
    void fill(int size) {
        var digit = "(SELECT 0 n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION SELECT 5"
                + " UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) ";
        var from = database.queryForObject("SELECT COALESCE(MAX(id), 0) FROM products", Integer.class);
        database.execute("DROP TEMPORARY TABLE IF EXISTS numbers");
        database.execute("CREATE TEMPORARY TABLE numbers (i INT PRIMARY KEY)");
        database.update(
                "INSERT INTO numbers SELECT * FROM (SELECT 1 + a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n AS i"
                        + " FROM %1$s a, %1$s b, %1$s c, %1$s d, %1$s e) n WHERE i > ? AND i <= ?".formatted(digit),
                from,
                size);
        database.update(
                "INSERT INTO products (id, product_name, price, stock, low_stock_at, category_id, user_id, created_at)"
                        + " SELECT i, CONCAT(IF(i % 40 = 7, 'zebra ', ''), IF(i % 2 = 0, 'classic', 'modern'), ' mid', i % 500,"
                        + " ' rare', i DIV 10), i * 7919 % 1000, IF(i % 9 = 0, 0, i % 4), IF(i % 5 = 0, 1, NULL),"
                        + " CASE WHEN i % 10 = 0 THEN NULL WHEN i % 2 = 0 THEN 1 WHEN i % 100 = 1 THEN 2 ELSE 3 END,"
                        + " IF(i % 3 = 0, NULL, 1 + i % 97), '2026-01-01' + INTERVAL i * 31 % 3000 SECOND FROM numbers");
        tag("i % 2 = 1", 1);
        tag("i % 10 = 1", 2);
        tag("i % 200 = 1", 3);
        tag("i % 40 = 7", 4);
        word("'zebra'", "i % 40 = 7");
        word("IF(i % 2 = 0, 'classic', 'modern')", "TRUE");
        word("CONCAT('mid', i % 500)", "TRUE");
        word("CONCAT('rare', i DIV 10)", "TRUE");
    }

    /** Archives all products but the first ones. */
    void archiveAfter(int from) {
        database.update("UPDATE products SET status = 'archived' WHERE id > ?", from);
        database.update("UPDATE product_tags SET status = 'archived' WHERE product_id > ?", from);
        database.update("UPDATE product_words SET status = 'archived' WHERE product_id > ?", from);
    }

    private void tag(String condition, int tag) {
        database.update(
                "INSERT INTO product_tags (product_id, tag_id) SELECT i, " + tag + " FROM numbers WHERE " + condition);
    }

    private void word(String word, String condition) {
        database.update(
                "INSERT INTO product_words (product_id, word) SELECT i, " + word + " FROM numbers WHERE " + condition);
    }

    List<Row> rows() {
        return database.query(
                "SELECT p.*, (SELECT GROUP_CONCAT(t.tag_id) FROM product_tags t WHERE t.product_id = p.id) AS tags"
                        + " FROM products p",
                (row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("product_name"),
                        row.getBigDecimal("price"),
                        row.getInt("stock"),
                        row.getBoolean("low_stock"),
                        row.getObject("category_id", Long.class),
                        row.getObject("user_id", Long.class),
                        ProductStatus.fromValue(row.getString("status")),
                        row.getObject("created_at", LocalDateTime.class),
                        Stream.ofNullable(row.getString("tags"))
                                .flatMap(tags -> Arrays.stream(tags.split(",")))
                                .map(Long::valueOf)
                                .collect(Collectors.toSet())));
    }

    /** How many rows and entries of indexes this connection has read. */
    int reads() {
        return database.query("SHOW SESSION STATUS LIKE 'Handler_read%'", (row, number) -> row.getInt("Value")).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
