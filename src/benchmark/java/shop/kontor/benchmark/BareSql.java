package shop.kontor.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The SQL of the same operations by bare JDBC: the least that the database has to do for them. */
final class BareSql implements AutoCloseable {

    private final List<Connection> connections = new ArrayList<>();
    private final BenchmarkDatabase database;

    BareSql(BenchmarkDatabase database) {
        this.database = database;
    }

    private static final String PRODUCT = """
            SELECT p.id, p.product_name, p.price, p.stock, p.category_id, p.user_id, p.created_at, p.updated_at,
              c.category_name, u.name, t.id, t.tag_name
            FROM %s p
            LEFT JOIN categories c ON c.id = p.category_id
            LEFT JOIN users u ON u.id = p.user_id
            LEFT JOIN product_tags pt ON pt.product_id = p.id
            LEFT JOIN tags t ON t.id = pt.tag_id
            %s
            ORDER BY p.id, t.id""";

    private static final String IN_CART =
            "(%s)".formatted(String.join(", ", Collections.nCopies(BenchmarkDatabase.CART_LINES, "?")));

    /** The SQL of an operation, by the name that it has in an address. */
    Supplier<Step> of(String work) {
        return switch (work) {
            case "one-product" -> oneProduct();
            case "first-products" -> firstProducts();
            case "create-and-delete" -> createAndDelete();
            case "checkout" -> checkout();
            default -> throw new IllegalArgumentException(work);
        };
    }

    /** Reads a random product. */
    Supplier<Step> oneProduct() {
        return step(connection -> {
            var find = connection.prepareStatement(PRODUCT.formatted("products", "WHERE p.id = ?"));
            return () -> {
                find.setInt(1, ThreadLocalRandom.current().nextInt(database.products()) + 1);
                read(find);
            };
        });
    }

    /** Reads the first products. */
    Supplier<Step> firstProducts() {
        return step(connection -> {
            var list = connection.prepareStatement(
                    PRODUCT.formatted("(SELECT * FROM products ORDER BY id LIMIT " + (Works.PAGE + 1) + ")", ""));
            return () -> read(list);
        });
    }

    /** Inserts a product with its tags, words and first movement, reads it, and deletes it, in two transactions. */
    Supplier<Step> createAndDelete() {
        return step(connection -> {
            connection.setAutoCommit(false);
            var insert = connection.prepareStatement(
                    "INSERT INTO products (product_name, price, stock, category_id) VALUES ('Lamp of the benchmark', 9.99, 10, 1)",
                    Statement.RETURN_GENERATED_KEYS);
            var others = new PreparedStatement[] {
                connection.prepareStatement("INSERT INTO product_tags (product_id, tag_id) VALUES (?, 1), (?, 2)"),
                connection.prepareStatement(
                        "INSERT INTO product_words (product_id, word) VALUES (?, 'lamp'), (?, 'of'), (?, 'the'), (?, 'benchmark')"),
                connection.prepareStatement(
                        "INSERT INTO stock_movements (product_id, product_name, kind, delta, stock, moved_at)"
                                + " VALUES (?, 'Lamp of the benchmark', 'opening', 10, 10, UTC_TIMESTAMP(6))"),
            };
            var find = connection.prepareStatement(PRODUCT.formatted("products", "WHERE p.id = ?"));
            var close = connection.prepareStatement(
                    "INSERT INTO stock_movements (product_id, product_name, kind, delta, stock, moved_at)"
                            + " SELECT id, product_name, 'deletion', -stock, 0, UTC_TIMESTAMP(6) FROM products WHERE id = ? FOR UPDATE");
            var delete = connection.prepareStatement("DELETE FROM products WHERE id = ?");
            return () -> {
                insert.executeUpdate();
                var id = key(insert);
                for (var other : others) {
                    write(other, id);
                }
                find.setLong(1, id);
                read(find);
                connection.commit();
                write(close, id);
                write(delete, id);
                connection.commit();
            };
        });
    }

    /** Turns the cart of one user after the other into an order. */
    Supplier<Step> checkout() {
        var next = new AtomicInteger();
        return step(connection -> {
            connection.setAutoCommit(false);
            var cart = connection.prepareStatement(
                    "SELECT product_id, quantity FROM cart_items WHERE user_id = ? FOR UPDATE");
            var order = connection.prepareStatement(
                    "INSERT INTO orders (user_id, buyer_name, buyer_email, placed_at, updated_at)"
                            + " SELECT id, name, email, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) FROM users WHERE id = ?",
                    Statement.RETURN_GENERATED_KEYS);
            var take = connection.prepareStatement(
                    "UPDATE products SET stock = stock - 1 WHERE stock >= 1 AND id IN " + IN_CART + " ORDER BY id");
            var items = connection.prepareStatement(
                    "INSERT INTO order_items (order_id, line_number, product_id, product_name, price, quantity)"
                            + " SELECT ?, id, id, product_name, price, 1 FROM products WHERE id IN " + IN_CART);
            var movements = connection.prepareStatement(
                    "INSERT INTO stock_movements (order_id, product_id, product_name, kind, delta, stock, moved_at)"
                            + " SELECT ?, id, product_name, 'order', -1, stock, UTC_TIMESTAMP(6) FROM products WHERE id IN "
                            + IN_CART);
            var clear = connection.prepareStatement("DELETE FROM cart_items WHERE user_id = ?");
            return () -> {
                var user = Works.user(next);
                cart.setInt(1, user);
                var products = new long[BenchmarkDatabase.CART_LINES];
                try (var lines = cart.executeQuery()) {
                    for (var i = 0; lines.next(); i++) {
                        products[i] = lines.getLong(1);
                    }
                }
                order.setInt(1, user);
                order.executeUpdate();
                var id = key(order);
                write(take, products);
                write(items, with(id, products));
                write(movements, with(id, products));
                write(clear, user);
                connection.commit();
            };
        });
    }

    /** Prepares the statements of a step. */
    @FunctionalInterface
    private interface Preparation {

        Step on(Connection connection) throws SQLException;
    }

    private Supplier<Step> step(Preparation preparation) {
        return () -> {
            try {
                var connection = database.connect();
                connections.add(connection);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                return preparation.on(connection);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static long[] with(long first, long[] others) {
        return IntStream.rangeClosed(0, others.length)
                .mapToLong(i -> i == 0 ? first : others[i - 1])
                .toArray();
    }

    private static long key(PreparedStatement insert) throws SQLException {
        try (var keys = insert.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    /** A single value is set for all parameters. */
    private static void write(PreparedStatement statement, long... values) throws SQLException {
        for (var i = 0; i < statement.getParameterMetaData().getParameterCount(); i++) {
            statement.setLong(i + 1, values[values.length == 1 ? 0 : i]);
        }
        statement.executeUpdate();
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            for (var columns = rows.getMetaData().getColumnCount(); rows.next(); ) {
                for (var column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
