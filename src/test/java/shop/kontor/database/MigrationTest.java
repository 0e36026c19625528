package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import shop.kontor.KontorTest;

/** Brings shops up to date that were open before there was a ledger of the stock, and one of the money. */
@KontorTest
class MigrationTest {

    @Autowired
    JdbcConnectionDetails details;

    /** Migrates a shop that has rows of an old version. */
    private void migrate(String version, String rows, Consumer<JdbcTemplate> test) {
        var source = new DriverManagerDataSource(
                details.getJdbcUrl().replace("?", "_old?") + "&createDatabaseIfNotExist=true",
                details.getUsername(),
                details.getPassword());
        var shop = new JdbcTemplate(source);
        try {
            var flyway = Flyway.configure().dataSource(source);
            flyway.target(version).load().migrate();
            for (var statement : rows.split(";")) {
                shop.execute(statement);
            }
            flyway.target("latest").load().migrate();
            test.accept(shop);
        } finally {
            shop.execute("DROP DATABASE " + shop.queryForObject("SELECT DATABASE()", String.class));
        }
    }

    @Test
    void opensTheLedgerWithTheStockThatIsThere() {
        var rows = "INSERT INTO products (product_name, price, stock) VALUES ('Lamp', 1, 7), ('Shade', 1, 0)";

        migrate("2", rows, shop -> {
            assertThat(shop.queryForList(
                            "SELECT CONCAT_WS(' ', product_id, product_name, kind, delta, stock) FROM stock_movements",
                            String.class))
                    .containsExactly("1 Lamp opening 7 7");
            assertThat(shop.queryForList(
                            "SELECT ABS(TIMESTAMPDIFF(SECOND, created_at, UTC_TIMESTAMP())) < 60 AND updated_at >= created_at"
                                    + " FROM products",
                            Boolean.class))
                    .containsExactly(true, true);
        });
    }

    @Test
    void recordsOnePaymentForEachOrderThatIsPaidOrShipped() {
        var rows = """
                INSERT INTO orders (status, placed_at, updated_at)
                VALUES ('placed', NOW(), NOW()), ('paid', NOW(), NOW()), ('shipped', NOW(), NOW()),
                  ('cancelled', NOW(), NOW()), ('paid', NOW(), NOW());
                INSERT INTO order_items (order_id, line_number, product_name, price, quantity)
                SELECT id, 1, 'Lamp', IF(id = 5, 0, 1.25), 2 FROM orders;
                INSERT INTO order_items (order_id, line_number, product_name, price, quantity)
                SELECT id, 2, 'Shade', 0, 3 FROM orders
                """;

        migrate("13", rows, shop -> {
            assertThat(shop.queryForList(
                            "SELECT CONCAT_WS(' ', order_id, amount, kind) FROM payments ORDER BY order_id",
                            String.class))
                    .containsExactly("2 2.50 other", "3 2.50 other");
            assertThat(shop.queryForList("SELECT captured FROM orders ORDER BY id", String.class))
                    .containsExactly("0.00", "2.50", "2.50", "0.00", "0.00");
            assertThat(shop.queryForList("SELECT DISTINCT order_id FROM order_items WHERE restocked > 0", Long.class))
                    .containsExactly(4L);
            assertThat(shop.queryForList("SELECT restocked - quantity FROM order_items WHERE order_id = 4", Long.class))
                    .containsExactly(0L, 0L);
        });
    }
}
