package shop.kontor.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import shop.kontor.settings.DatabaseSettings;

/**
 * A database of the benchmark's own on the MySQL server that the settings name, beside the shop's.
 *
 * @param settings of the server; the name of its database is not used
 * @param products the number of products in it
 */
record BenchmarkDatabase(DatabaseSettings settings, int products) {

    /** The products that checkouts compete for. */
    static final int HOT_PRODUCTS = 20;

    /** The lines of each cart. */
    static final int CART_LINES = 4;

    /** The users, each of whom checks out once before the carts are filled again. */
    static final int USERS = 30_000;

    private static final int CATEGORIES = 100;
    private static final int TAGS = 200;
    private static final int CHUNK = 50_000;

    /** A million numbers. */
    private static final String NUMBERS = """
            INSERT INTO numbers
            WITH RECURSIVE thousand (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM thousand WHERE n < 999)
            SELECT a.n + 1000 * b.n + 1 FROM thousand a, thousand b""";

    private String name() {
        return "kontor_benchmark_" + products;
    }

    /** The environment of a server that uses this database. */
    Map<String, String> environment() {
        return Map.of(
                "DB_HOST", settings.host(),
                "DB_PORT", String.valueOf(settings.port()),
                "DB_NAME", name(),
                "DB_USER", settings.user(),
                "DB_PASSWORD", settings.password().value());
    }

    /** Opens a connection with server-side statements, the fastest that the driver has. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://%s:%d/%s?useServerPrepStmts=true&cachePrepStmts=true&useLocalSessionState=true&sslMode=DISABLED&allowPublicKeyRetrieval=true"
                        .formatted(settings.host(), settings.port(), name()),
                settings.user(),
                settings.password().value());
    }

    /** Makes the data, unless an earlier run has left all of it. */
    void fill(Plan plan) throws IOException, InterruptedException, SQLException {
        if (settings.name().equals(name())) {
            throw new IllegalStateException("DB_NAME names the benchmark's database: choose another for the shop.");
        }
        ServerProcess.command(plan, environment(), "schema");
        try (var connection = connect();
                var sql = connection.createStatement()) {
            if (isFilled(sql)) {
                return;
            }
            for (var table : List.of("orders", "products", "categories", "tags", "users")) {
                sql.execute("DELETE FROM " + table);
            }
            sql.execute("CREATE TEMPORARY TABLE numbers (n INT PRIMARY KEY)");
            sql.execute(NUMBERS);
            sql.execute(
                    "INSERT INTO categories (id, category_name) SELECT n, CONCAT('Category ', n) FROM numbers WHERE n <= "
                            + CATEGORIES);
            sql.execute("INSERT INTO tags (id, tag_name) SELECT n, CONCAT('tag', n) FROM numbers WHERE n <= " + TAGS);
            sql.execute(
                    "INSERT INTO users (id, name, email, password_hash) SELECT n, 'A user', CONCAT(n, '@example.com'), ''"
                            + " FROM numbers WHERE n <= " + USERS);
            for (var first = 1; first <= products; first += CHUNK) {
                fillProducts(sql, first, Math.min(first + CHUNK - 1, products));
            }
            sql.execute("ANALYZE TABLE products, product_tags, product_words, users");
        }
    }

    private boolean isFilled(Statement sql) throws SQLException {
        try (var counts = sql.executeQuery(
                "SELECT (SELECT COUNT(*) FROM products), (SELECT COUNT(*) FROM product_tags), (SELECT COUNT(*) FROM users)")) {
            counts.next();
            return counts.getInt(1) == products && counts.getInt(2) == 2 * products && counts.getInt(3) >= USERS;
        }
    }

    /** Every other product has the word "classic", ten have each "rare" word, and one in a thousand each "mid" word. */
    private void fillProducts(Statement sql, int first, int last) throws SQLException {
        var these = " FROM numbers WHERE n BETWEEN %d AND %d".formatted(first, last);
        sql.execute("INSERT INTO products (id, product_name, price, stock, category_id)"
                + " SELECT n, CONCAT('Lamp rare', n DIV 10, ' mid', n % 1000, IF(n % 2, ' classic', '')), n * 7919 % 10000 / 100,"
                + " IF(n <= %d, 2000000000, n %% 10), IF(n %% 100, n %% %d + 1, NULL)"
                        .formatted(HOT_PRODUCTS, CATEGORIES)
                + these);
        for (var word : List.of("'lamp'", "CONCAT('rare', n DIV 10)", "CONCAT('mid', n % 1000)")) {
            sql.execute("INSERT INTO product_words (product_id, word) SELECT n, " + word + these);
        }
        sql.execute("INSERT INTO product_words (product_id, word) SELECT n, 'classic'" + these + " AND n % 2 = 1");
        for (var tag : List.of("n % 100 + 1", "n DIV 7 % 100 + 101")) {
            sql.execute("INSERT INTO product_tags (product_id, tag_id) SELECT n, " + tag + these);
        }
        System.out.printf("  %,d of %,d products%n", last, products);
    }

    /** Ends the orders of earlier loads, and puts four of the hot products into the cart of each user. */
    void fillCarts() throws SQLException {
        try (var connection = connect();
                var sql = connection.createStatement()) {
            sql.execute("UPDATE orders SET status = 'shipped' WHERE status <> 'shipped'");
            for (var line = 0; line < CART_LINES; line++) {
                sql.execute(
                        "INSERT IGNORE INTO cart_items (user_id, product_id, quantity) SELECT id, (id + %d) %% %d + 1, 1"
                                        .formatted(line * HOT_PRODUCTS / CART_LINES, HOT_PRODUCTS)
                                + " FROM users WHERE role = 'customer' AND id <= " + USERS);
            }
        }
    }
}
