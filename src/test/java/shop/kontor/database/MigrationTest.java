package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import shop.kontor.KontorTest;

/** Brings a shop up to date that was open before there was a ledger. */
@KontorTest
class MigrationTest {

    @Autowired
    JdbcConnectionDetails details;

    @Test
    void opensTheLedgerWithTheStockThatIsThere() {
        var source = new DriverManagerDataSource(
                details.getJdbcUrl().replace("?", "_old?") + "&createDatabaseIfNotExist=true",
                details.getUsername(),
                details.getPassword());
        var shop = new JdbcTemplate(source);
        try {
            var flyway = Flyway.configure().dataSource(source);
            flyway.target("2").load().migrate();
            shop.execute("INSERT INTO products (product_name, price, stock) VALUES ('Lamp', 1, 7), ('Shade', 1, 0)");

            flyway.target("latest").load().migrate();

            assertThat(shop.queryForList(
                            "SELECT CONCAT_WS(' ', product_id, product_name, kind, delta, stock) FROM stock_movements",
                            String.class))
                    .containsExactly("1 Lamp opening 7 7");
            assertThat(shop.queryForList(
                            "SELECT ABS(TIMESTAMPDIFF(SECOND, created_at, UTC_TIMESTAMP())) < 60 AND updated_at >= created_at"
                                    + " FROM products",
                            Boolean.class))
                    .containsExactly(true, true);
        } finally {
            shop.execute("DROP DATABASE " + shop.queryForObject("SELECT DATABASE()", String.class));
        }
    }
}
