package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.io.ClassPathResource;
import shop.kontor.KontorTest;
import shop.kontor.settings.AccessMode;

/** Loads the demo data into a shop of its own, as often as somebody might. */
@KontorTest
class DemoDataTest {

    private static final String CATEGORIES = "SELECT CONCAT_WS(' ', id, category_name) FROM categories ORDER BY id";
    private static final String TAGS = "SELECT CONCAT_WS(' ', id, tag_name) FROM tags ORDER BY id";
    private static final String METHODS =
            "SELECT CONCAT_WS(' | ', id, name, price, free_from, countries) FROM shipping_methods ORDER BY id";
    private static final String PRODUCTS = """
            SELECT CONCAT_WS(' | ', p.id, p.product_name, p.price, p.stock, p.category_id, NULLIF(p.status, 'active'),
              GROUP_CONCAT(pt.tag_id ORDER BY pt.tag_id SEPARATOR ', '))
            FROM products p
            LEFT JOIN product_tags pt ON pt.product_id = p.id
            GROUP BY p.id
            ORDER BY p.id
            """;

    @Autowired
    JdbcConnectionDetails details;

    DemoShop shop;

    @BeforeEach
    void open() {
        shop = new DemoShop(details);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void categoriesAndTagsAreThere() {
        assertThat(lines(CATEGORIES)).containsExactly("1 Shirts", "2 Shorts", "3 Music", "4 Hats", "5 Shoes");
        assertThat(lines(TAGS))
                .containsExactly(
                        "1 rock music",
                        "2 pop music",
                        "3 blue",
                        "4 red",
                        "5 green",
                        "6 white",
                        "7 gold",
                        "8 pop culture");
    }

    @Test
    void productsAreThereInTheirCategoriesWithTheirTags() {
        assertThat(lines(PRODUCTS))
                .containsExactly(
                        "1 | Plain T-Shirt | 14.99 | 14 | 1 | 6, 7, 8",
                        "2 | Running Sneakers | 90.00 | 25 | 5 | 6",
                        "3 | Branded Baseball Hat | 22.99 | 12 | 4 | 1, 3, 4, 5",
                        "4 | Top 40 Music Compilation Vinyl Record | 12.99 | 50 | 3 | 1, 2, 8",
                        "5 | Cargo Shorts | 29.99 | 22 | 2 | 3",
                        "6 | Striped Beanie | 17.50 | 8 | 4 | draft | 3, 6",
                        "7 | Leather Boots | 120.00 | 3 | 5 | archived | 7");
    }

    @Test
    void everyProductHasAPicture() {
        assertThat(lines("SELECT image_url FROM products"))
                .hasSize(7)
                .allSatisfy(url -> assertThat(new ClassPathResource("static" + url).exists())
                        .as(url)
                        .isTrue());
    }

    @Test
    void shippingMethodsAreThere() {
        assertThat(lines(METHODS))
                .containsExactly(
                        "1 | Parcel | 4.90 | 50.00 | [\"AT\",\"CH\",\"DE\"]", "2 | Express | 14.90 | [\"AT\",\"DE\"]");
    }

    @Test
    void loadingItAgainChangesNothing() {
        var before = everything();
        assertThat(before)
                .hasSize(7)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        shop.load(AccessMode.OPEN);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void loadingItAgainBringsBackWhatIsGoneAndLeavesTheRestAsTheShopHasIt() {
        var before = lines(PRODUCTS);
        shop.database().update("UPDATE products SET price = 1, category_id = NULL WHERE id = 1");
        shop.database().update("DELETE FROM product_tags WHERE product_id = 1");
        shop.database().update("DELETE FROM products WHERE id = 3");
        shop.load(AccessMode.OPEN);
        assertThat(lines(PRODUCTS).get(0)).isEqualTo("1 | Plain T-Shirt | 1.00 | 14");
        assertThat(lines(PRODUCTS).subList(1, 7)).isEqualTo(before.subList(1, 7));
    }

    @Test
    void aShopThatRequiresAuthenticationGetsNoUsers() {
        var products = lines(PRODUCTS);
        shop.database().update("DELETE FROM products");
        shop.database().update("DELETE FROM users");
        shop.load(AccessMode.GUARDED);
        assertThat(lines("SELECT email FROM users")).isEmpty();
        assertThat(lines(PRODUCTS)).isEqualTo(products);
        assertThat(lines("SELECT DISTINCT user_id FROM products")).containsOnlyNulls();
    }

    private List<String> lines(String sql) {
        return shop.database().queryForList(sql, String.class);
    }

    /** All rows of all tables. */
    private Map<String, List<Map<String, Object>>> everything() {
        return Stream.of(
                        "categories",
                        "products",
                        "tags",
                        "product_tags",
                        "product_words",
                        "shipping_methods",
                        "stock_movements")
                .collect(Collectors.toMap(
                        Function.identity(),
                        table -> shop.database().queryForList("SELECT * FROM " + table + " ORDER BY 1, 2")));
    }
}
