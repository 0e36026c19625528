package shop.kontor.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderInput;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ProductInput;
import shop.kontor.client.model.StockAdjustment;
import shop.kontor.client.model.TagInput;
import shop.kontor.client.model.User;

/** What is sent again with the same key is done once, and answered as it was the first time. */
class IdempotencyTest extends ContractTest {

    @Autowired
    DataSource source;

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private User buyer(int stock) {
        var user = newcomer();
        put(user, product(lamp().stock(stock)), 2);
        return user;
    }

    private Response checkout(User user, String key) {
        return answer(orders().placeOrder().userIdPath(user.getId()).idempotencyKeyHeader(key));
    }

    private Response create(ProductInput input, String key) {
        return answer(products().createProduct().idempotencyKeyHeader(key).body(input));
    }

    private Response create(String key, String json) {
        return raw().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(json.getBytes(UTF_8))
                .post("/api/products");
    }

    private long ordersOf(User user) {
        return database.queryForObject("SELECT COUNT(*) FROM orders WHERE user_id = ?", Long.class, user.getId());
    }

    private static void assertSame(Response again, Response first) {
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    /** All other operations that take a key refuse this one. */
    private void refused(String key, Product product, int status, String type) {
        var adjustment = new StockAdjustment().delta(1).reason("Delivery");
        problem(create(lamp(), key), status, type);
        problem(
                answer(shipping()
                        .createShippingMethod()
                        .idempotencyKeyHeader(key)
                        .body(parcel())),
                status,
                type);
        problem(answer(products().createProducts().idempotencyKeyHeader(key).body(List.of(lamp()))), status, type);
        problem(
                answer(products()
                        .adjustStock()
                        .idPath(product.getId())
                        .idempotencyKeyHeader(key)
                        .body(adjustment)),
                status,
                type);
    }

    @Test
    void makesOneOrderOfFiftyIdenticalRequestsAtOnceAndAnswersThemAllAlike() {
        var user = buyer(100);
        var key = key();

        var answers = Race.of(50, i -> checkout(user, key));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 409));
        var made = answers.stream().filter(a -> a.statusCode() == 201).toList();
        assertThat(made)
                .isNotEmpty()
                .extracting(Response::asString)
                .containsOnly(made.get(0).asString());
        assertThat(answers.stream().filter(a -> a.statusCode() == 409))
                .allSatisfy(answer -> problem(answer, 409, "request-in-progress"));
        assertThat(ordersOf(user)).isOne();
        assertSame(checkout(user, key), made.get(0));
    }

    @Test
    void findsTheFirstAnswerAgainWhateverHasBecomeOfIt() {
        var user = buyer(2);
        var key = key();
        var first = checkout(user, key);
        assertThat(first.statusCode()).isEqualTo(201);

        answer(move(first.as(Order.class), OrderStatus.CANCELLED));

        assertSame(checkout(user, key), first);
        assertThat(ordersOf(user)).isOne();
    }

    @Test
    void createsOneProductAndAnswersWithItsLocationAndVersion() {
        var input = lamp().price(new BigDecimal("90.00"));
        var key = key();

        var first = create(input, key);
        assertThat(first.statusCode()).isEqualTo(201);

        assertSame(create(input, key), first);
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM products WHERE product_name = ?", Long.class, input.getProductName()))
                .isOne();
    }

    @Test
    void createsTheProductsOfABatchOnce() {
        var inputs = IntStream.range(0, 1000)
                .mapToObj(i -> lamp().tagIds(List.of(1L)))
                .toList();
        var key = key();
        var batch = products().createProducts().idempotencyKeyHeader(key).body(inputs);

        var first = answer(batch);
        assertThat(first.statusCode()).isEqualTo(201);

        assertSame(answer(batch), first);
        assertThat(database.queryForObject(
                        "SELECT COUNT(*) FROM products WHERE product_name = ?",
                        Long.class,
                        inputs.get(999).getProductName()))
                .isOne();
    }

    @Test
    void adjustsTheStockOnce() {
        var product = product(lamp().stock(10));
        var adjust = products()
                .adjustStock()
                .idPath(product.getId())
                .idempotencyKeyHeader(key())
                .body(new StockAdjustment().delta(5).reason("Delivery"));

        var answers = Race.of(8, i -> answer(adjust));

        answers.forEach(answer -> assertSame(answer, answers.get(0)));
        assertThat(stock(product)).isEqualTo(15);
    }

    @Test
    void refusesTheKeyForAnotherRequest() {
        var key = key();
        var user = buyer(10);
        var product = product(lamp());
        assertThat(checkout(user, key).statusCode()).isEqualTo(201);

        problem(
                answer(orders().placeOrder()
                        .userIdPath(user.getId())
                        .idempotencyKeyHeader(key)
                        .body(new OrderInput().expectedTotal(BigDecimal.ONE))),
                422,
                "key-reused");
        problem(checkout(buyer(10), key), 422, "key-reused");
        refused(key, product, 422, "key-reused");
        assertThat(ordersOf(user)).isOne();
        assertThat(stock(product)).isEqualTo(10);
    }

    @Test
    void takesNoBodyAndAnEmptyOneForTheSameRequest() {
        var user = buyer(10);
        var key = key();

        var first = checkout(user, key);
        var again = raw().header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{ }".getBytes(UTF_8))
                .post("/api/users/" + user.getId() + "/orders");

        assertSame(again, first);
    }

    @Test
    void comparesBodiesByTheirJsonValues() {
        var name = unique("Lamp");
        var key = key();
        var first = create(key, "{\"product_name\": \"%s\", \"price\": 90.00, \"stock\": 3}".formatted(name));
        assertThat(first.statusCode()).isEqualTo(201);

        assertSame(create(key, "{\"stock\":3,\"price\":9e1,\n\"product_name\":\"%s\"}".formatted(name)), first);
        problem(
                create(key, "{\"product_name\": \"%s\", \"price\": 90.01, \"stock\": 3}".formatted(name)),
                422,
                "key-reused");
    }

    @Test
    void leavesTheKeyOfARefusedRequestUnused() {
        var user = newcomer();
        var lamp = product(lamp().stock(1));
        put(user, lamp, 2);
        var key = key();
        problem(checkout(user, key), 409, "out-of-stock");

        put(user, lamp, 1);

        assertThat(checkout(user, key).statusCode()).isEqualTo(201);
    }

    @Test
    void distinguishesKeysByTheirCase() {
        var key = key();

        assertThat(create(lamp(), key).statusCode()).isEqualTo(201);
        assertThat(create(lamp(), key.toUpperCase()).statusCode()).isEqualTo(201);
    }

    /** Another request holds the key, and does not come to an end. */
    @Test
    void says409WhileTheFirstIsStillRunning() throws SQLException {
        var key = key();
        var user = buyer(10);
        var product = product(lamp());
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET wait_timeout = 60");
            connection.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO idempotency_keys (user_id, idempotency_key, fingerprint, claimed_at) VALUES (0, '%s', 'x', UTC_TIMESTAMP(6))"
                            .formatted(key));

            problem(checkout(user, key), 409, "request-in-progress");
            refused(key, product, 409, "request-in-progress");

            connection.rollback();
            connection.setAutoCommit(true);
            statement.execute("SET wait_timeout = 8");
        }
        assertThat(checkout(user, key).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesAnAnswerThatIsTooLargeToKeepAndDoesNothing() {
        var name = "\uD83D\uDC55".repeat(200);
        var tags = IntStream.range(0, 20)
                .mapToObj(i -> tags().createTag()
                        .body(new TagInput().tagName(unique(name)))
                        .executeAs(r -> r)
                        .getId())
                .toList();
        var before = database.queryForObject("SELECT COUNT(*) FROM products", Long.class);
        var inputs = IntStream.range(0, 600).mapToObj(i -> lamp().tagIds(tags)).toList();

        problem(answer(products().createProducts().idempotencyKeyHeader(key()).body(inputs)), 413, "too-large");

        assertThat(database.queryForObject("SELECT COUNT(*) FROM products", Long.class))
                .isEqualTo(before);
    }
}
