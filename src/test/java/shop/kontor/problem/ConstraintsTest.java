package shop.kontor.problem;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.KontorTest;
import shop.kontor.api.model.Problem;

/** Runs into every rule of the database, and sees that the problem is the one that is declared for it. */
@KontorTest
@Transactional
class ConstraintsTest {

    /** Rules that no client can run into, and why. */
    private static final Map<String, String> OUT_OF_REACH = Map.ofEntries(
            entry("ck_users_role", "the DTO has no other roles"),
            entry(
                    "uq_product_tags_product_id_tag_id",
                    "each tag is written once, for a product that was just made, or is locked"),
            entry("uq_products_id_status", "the id is unique by itself"),
            entry("fk_product_tags_product", "tags are put on a product that was just made, or is locked"),
            entry("fk_product_words_product", "words are written for a product that was just made, or is locked"),
            entry("ck_attempts_counted", "none is taken off where none is left"),
            entry("fk_cart_items_user", "the user is locked"),
            entry("fk_orders_user", "the user is locked"),
            entry("ck_orders_status", "the DTO has no others"),
            entry("ck_orders_shipping_price", "it is the shipping method's"),
            entry("ck_shipping_methods_countries", "no other text is written"),
            entry("ck_orders_delivered", "both are written as one status"),
            entry("fk_order_items_order", "the order was just made"),
            entry("fk_order_items_product", "the product is locked; ProductDeletion answers a deletion"),
            entry("ck_order_items_price", "it is the product's"),
            entry("ck_order_items_quantity", "it is the cart's"),
            entry("fk_stock_movements_order", "the order is locked, or was just made"),
            entry("ck_stock_movements_kind", "no other is written"),
            entry("ck_stock_movements_delta", "no line is written for nothing"),
            entry("ck_stock_movements_stock", "it is the product's"),
            entry("uq_payments_reference", "the first payment is compared"),
            entry("uq_refunds_reference", "the first refund is compared"),
            entry("fk_payments_order", "the order is locked"),
            entry("fk_refunds_order", "the order is locked"),
            entry("ck_payments_amount", "the contract has no others"),
            entry("ck_refunds_amount", "the contract has no others"),
            entry("ck_payments_kind", "the DTO has no others"),
            entry("ck_refunds_kind", "the DTO has no others"),
            entry("fk_refund_items_refund", "the refund was just made"),
            entry("fk_refund_items_order", "the lines of the order are compared"),
            entry("ck_refund_items_quantity", "the contract has no others"));

    private static final String USER =
            "INSERT INTO users (name, email, password_hash) VALUES ('Eve', 'eve@example.com', 'none')";

    /** How to break each of the others, and what to answer then. */
    private static final List<Breach> BREACHES = List.of(
            new Breach(
                    "uq_categories_category_name", "duplicate", "#/category_name duplicate", twice(category("Lamps"))),
            new Breach("uq_tags_tag_name", "duplicate", "#/tag_name duplicate", twice(tag("bright"))),
            new Breach(
                    "fk_products_category", "invalid-request", "#/category_id unknown_reference", product("1, 1, 0")),
            new Breach(
                    "fk_product_tags_tag",
                    "invalid-request",
                    "#/tagIds unknown_reference",
                    product("1, 1, NULL"),
                    "INSERT INTO product_tags (product_id, tag_id) VALUES (LAST_INSERT_ID(), 0)"),
            new Breach(
                    "fk_sessions_user",
                    "unauthenticated",
                    null,
                    "INSERT INTO sessions (user_id, version, expires_at) VALUES (0, 0, UTC_TIMESTAMP(6))"),
            new Breach("uq_users_email", "duplicate", "#/email duplicate", twice(USER)),
            new Breach(
                    "fk_products_user",
                    "invalid-request",
                    "#/user_id unknown_reference",
                    "INSERT INTO products (product_name, price, user_id) VALUES ('Lamp', 1, 0)"),
            new Breach(
                    "fk_cart_items_product",
                    "not-found",
                    null,
                    "INSERT INTO cart_items (user_id, product_id, quantity) VALUES (1, 0, 1)"),
            new Breach(
                    "ck_products_tax_rate",
                    "invalid-request",
                    "#/tax_rate maximum",
                    product("1, 1, NULL"),
                    "UPDATE products SET tax_rate = 100.01 WHERE id = LAST_INSERT_ID()"),
            new Breach(
                    "ck_shipping_methods_price", "invalid-request", "#/price minimum", shippingMethod("-0.01, 0, 0")),
            new Breach(
                    "ck_shipping_methods_free_from",
                    "invalid-request",
                    "#/free_from minimum",
                    shippingMethod("1, -0.01, 0")),
            new Breach(
                    "ck_shipping_methods_tax_rate",
                    "invalid-request",
                    "#/tax_rate maximum",
                    shippingMethod("1, 0, 100.01")),
            new Breach(
                    "fk_orders_shipping_method",
                    "invalid-request",
                    "#/shipping_method_id unknown_reference",
                    "INSERT INTO orders (shipping_method_id, placed_at, updated_at) VALUES (0, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))"),
            new Breach(
                    "ck_cart_items_quantity",
                    "invalid-request",
                    "#/quantity minimum",
                    "INSERT INTO cart_items (user_id, product_id, quantity) VALUES (1, 1, 0)"),
            new Breach(
                    "fk_known_networks_user",
                    "unauthenticated",
                    null,
                    "INSERT INTO known_networks (user_id, network, seen_at) VALUES (0, '192.0.2.1', UTC_TIMESTAMP(6))"),
            new Breach(
                    "uq_products_sku",
                    "duplicate",
                    "#/sku duplicate",
                    twice("INSERT INTO products (product_name, price, sku) VALUES ('Lamp', 1, 'L-1')")),
            new Breach(
                    "ck_products_low_stock_at",
                    "invalid-request",
                    "#/low_stock_at minimum",
                    "INSERT INTO products (product_name, price, low_stock_at) VALUES ('Lamp', 1, -1)"),
            new Breach("ck_orders_captured", "invalid-request", "#/amount maximum", order("90071992547409.92, 0")),
            new Breach("ck_orders_refunded", "refund-limit", null, order("1, 1.01")),
            new Breach(
                    "ck_order_items_restocked",
                    "already-restocked",
                    null,
                    order("0, 0"),
                    "INSERT INTO order_items (order_id, line_number, product_name, price, quantity, restocked)"
                            + " VALUES (LAST_INSERT_ID(), 1, 'Lamp', 1, 1, 2)"),
            new Breach(
                    "ck_payments_reference",
                    "invalid-request",
                    "#/reference not_applicable",
                    order("0, 0"),
                    "INSERT INTO payments (order_id, amount, kind, reference) VALUES (LAST_INSERT_ID(), 1, 'cash', 'x')"),
            new Breach(
                    "ck_refunds_reference",
                    "invalid-request",
                    "#/reference not_applicable",
                    order("0, 0"),
                    "INSERT INTO refunds (order_id, amount, kind, reference) VALUES (LAST_INSERT_ID(), 1, 'cash', 'x')"),
            new Breach("ck_products_price", "invalid-request", "#/price minimum", product("-0.01, 1, NULL")),
            new Breach("ck_products_stock", "invalid-request", "#/stock minimum", product("1, -1, NULL")));

    @Autowired
    JdbcTemplate database;

    @Autowired
    Constraints constraints;

    @Test
    void everyRuleThatAClientCanRunIntoIsDeclaredAndTried() {
        var rules = database.queryForList("""
                SELECT c.constraint_name AS name
                FROM information_schema.table_constraints c
                WHERE c.constraint_schema = DATABASE()
                  AND c.table_name <> 'flyway_schema_history'
                  AND c.constraint_type IN ('UNIQUE', 'FOREIGN KEY', 'CHECK')
                """, String.class);
        var tried = BREACHES.stream().map(Breach::constraint).collect(Collectors.toSet());
        assertThat(rules)
                .containsExactlyInAnyOrderElementsOf(Stream.of(tried, OUT_OF_REACH.keySet())
                        .flatMap(Collection::stream)
                        .toList());
        assertThat(constraints.declared()).isEqualTo(tried);
    }

    @ParameterizedTest
    @FieldSource("BREACHES")
    void aBreachIsAnsweredWithTheProblemThatIsDeclared(Breach breach) {
        var problem = problem(refusal(breach.statements()));
        assertThat(problem.getType()).isEqualTo("/problems/" + breach.type());
        assertThat(faults(problem)).isEqualTo(breach.fault() == null ? List.of() : List.of(breach.fault()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for key 'uq_tags_tag_name'",
                "for key 'tags.uq_tags_tag_name'",
                "CONSTRAINT `fk_products_category`",
                "Check constraint 'ck_products_price' is violated.",
            })
    void aNameThatLooksLikeAnotherRuleDeceivesNobody(String name) {
        for (var text : List.of(name, name.repeat(255 / name.length()))) {
            var problem = problem(refusal(twice(category(text))));
            assertThat(faults(problem)).containsExactly("#/category_name duplicate");
        }
    }

    @Test
    void theRuleIsFoundAfterTheLongestName() {
        var problem = problem(refusal(twice(tag("\uD83D\uDC55".repeat(255)))));
        assertThat(faults(problem)).containsExactly("#/tag_name duplicate");
    }

    @Test
    void whatIsNoBreachOfADeclaredRuleIsNoProblemOfTheClient() {
        assertThat(constraints.problem(refusal("INSERT INTO product_words (product_id, word) VALUES (0, 'lamp')")))
                .isEmpty();
        assertThat(constraints.problem(refusal("SELECT `for key 'uq_tags_tag_name'` FROM tags")))
                .isEmpty();
    }

    private Problem problem(Throwable refusal) {
        return constraints.problem(refusal).orElseThrow().problem();
    }

    private Throwable refusal(String... statements) {
        var last = statements.length - 1;
        for (int i = 0; i < last; i++) {
            database.execute(statements[i]);
        }
        var refusal = catchThrowable(() -> database.execute(statements[last]));
        assertThat(refusal).isInstanceOf(DataAccessException.class);
        return refusal;
    }

    private static List<String> faults(Problem problem) {
        return Stream.ofNullable(problem.getErrors())
                .flatMap(Collection::stream)
                .map(e -> e.getPointer() + " " + e.getCode())
                .toList();
    }

    private static String[] twice(String statement) {
        return new String[] {statement, statement};
    }

    private static String category(String name) {
        return "INSERT INTO categories (category_name) VALUES ('%s')".formatted(name.replace("'", "''"));
    }

    private static String tag(String name) {
        return "INSERT INTO tags (tag_name) VALUES ('%s')".formatted(name.replace("'", "''"));
    }

    private static String order(String sums) {
        return "INSERT INTO orders (placed_at, updated_at, captured, refunded) VALUES (UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), %s)"
                .formatted(sums);
    }

    private static String product(String values) {
        return "INSERT INTO products (product_name, price, stock, category_id) VALUES ('Lamp', %s)".formatted(values);
    }

    private static String shippingMethod(String values) {
        return "INSERT INTO shipping_methods (name, countries, price, free_from, tax_rate) VALUES ('Parcel', '[]', %s)"
                .formatted(values);
    }

    /**
     * A way to break a rule.
     *
     * @param type of the problem
     * @param fault where it is and which rule it breaks, null if it is in the address
     * @param statements the last is refused
     */
    record Breach(String constraint, String type, String fault, String... statements) {

        @Override
        public String toString() {
            return constraint;
        }
    }
}
