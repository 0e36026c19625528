package shop.kontor.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import shop.kontor.KontorTest;
import shop.kontor.database.DemoShop;

/** Compares the words in the demo data, which are written out there, with those that the shop itself would write. */
@KontorTest
class DemoWordsTest {

    @Autowired
    JdbcConnectionDetails details;

    @Test
    void theWordsOfTheDemoProductsAreThoseOfTheirNames() {
        var made = new HashMap<String, Set<String>>();
        var stored = new HashMap<String, Set<String>>();
        try (var shop = new DemoShop(details)) {
            shop.database().query("SELECT product_name FROM products", row -> {
                made.put(row.getString(1), SearchWords.of(row.getString(1)));
            });
            shop.database()
                    .query(
                            "SELECT p.product_name, w.word FROM product_words w JOIN products p ON p.id = w.product_id",
                            row -> {
                                stored.computeIfAbsent(row.getString(1), name -> new HashSet<>())
                                        .add(row.getString(2));
                            });
        }
        assertThat(stored).hasSize(7).isEqualTo(made);
    }
}
