package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.CartItemInput;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.OrderStatusInput;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.User;

/** What one customer may hold, here three unpaid orders, six orders and four keys a day; managers and others are not concerned. */
class CustomerLimitsTest extends LimitContractTest {

    private final User buyer = new User();

    private User buyer() {
        return buyer.getId() == null ? buyer.id(newcomer().getId()) : buyer;
    }

    private Product stocked() {
        return as(manager()).products().createProduct().body(lamp().stock(1000)).executeAs(r -> r);
    }

    private void fillCart(Product lamp) {
        var put = as(tokenOf(buyer()))
                .cart()
                .setCartItem()
                .userIdPath(buyer().getId())
                .productIdPath(lamp.getId());
        assertThat(answer(put.body(new CartItemInput().quantity(1))).statusCode())
                .isEqualTo(200);
    }

    private Response checkout(String token, String key) {
        var place = as(token).orders().placeOrder().userIdPath(buyer().getId());
        return answer(key == null ? place : place.idempotencyKeyHeader(key));
    }

    private Response buy(Product lamp, String key) {
        fillCart(lamp);
        return checkout(tokenOf(buyer()), key);
    }

    private Order bought(Product lamp, String key) {
        var answer = buy(lamp, key);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.as(Order.class);
    }

    /** What the customer is told who buys from several places, again and again. */
    private List<Integer> buyAtOnce(Product lamp) {
        var answers = Race.of(
                6,
                i -> IntStream.range(0, 6)
                        .map(again -> buy(lamp, null).statusCode())
                        .boxed()
                        .toList());
        return answers.stream().flatMap(List::stream).toList();
    }

    private void set(Order order, OrderStatus status) {
        var change = as(manager()).orders().setOrderStatus().idPath(order.getId());
        assertThat(answer(change.body(new OrderStatusInput().status(status))).statusCode())
                .isEqualTo(200);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** Keys that the customer has used before. */
    private void used(int number, int hoursAgo) {
        for (int i = 0; i < number; i++) {
            database.update(
                    "INSERT INTO idempotency_keys (user_id, idempotency_key, fingerprint, claimed_at) VALUES (?, ?, 'x', UTC_TIMESTAMP(6) - INTERVAL ? HOUR)",
                    buyer().getId(),
                    key(),
                    hoursAgo);
        }
    }

    /** Orders that the customer has placed and cancelled before. */
    private void cancelled(int number, int hoursAgo) {
        for (int i = 0; i < number; i++) {
            database.update(
                    "INSERT INTO orders (user_id, status, placed_at, updated_at) VALUES (?, 'cancelled', UTC_TIMESTAMP(6) - INTERVAL ? HOUR, UTC_TIMESTAMP(6))",
                    buyer().getId(),
                    hoursAgo);
        }
    }

    private int count(String table, String condition) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM " + table + " WHERE user_id = ? AND " + condition,
                Integer.class,
                buyer().getId());
    }

    @Test
    void refusesAnOrderBeyondTheUnpaidOnes() {
        var lamp = stocked();
        var orders = IntStream.range(0, 3).mapToObj(i -> bought(lamp, null)).toList();

        var refused = buy(lamp, key());

        problem(refused, 429, "order-limit");
        assertThat(refused.header("Retry-After")).isNull();
        assertThat(stock(lamp)).isEqualTo(997);
        assertThat(count("cart_items", "TRUE")).isEqualTo(1);
        set(orders.get(0), OrderStatus.PAID);
        assertThat(checkout(tokenOf(buyer()), null).statusCode()).isEqualTo(201);
        problem(buy(lamp, null), 429, "order-limit");
        set(orders.get(1), OrderStatus.CANCELLED);
        assertThat(checkout(tokenOf(buyer()), null).statusCode()).isEqualTo(201);
    }

    @Test
    void letsManagersOrderForACustomerAllTheSame() {
        var lamp = stocked();
        for (int i = 0; i < 3; i++) {
            bought(lamp, null);
        }
        fillCart(lamp);

        assertThat(checkout(manager(), key()).statusCode()).isEqualTo(201);
    }

    @Test
    void countsOrdersThatArePlacedAtOnce() {
        var lamp = stocked();
        bought(lamp, null);

        var answers = buyAtOnce(lamp);

        assertThat(answers).contains(201, 429).isSubsetOf(201, 409, 429);
        assertThat(count("orders", "status = 'placed'")).isEqualTo(3);
    }

    @Test
    void refusesAnOrderBeyondThoseOfADayWhateverBecameOfThem() {
        var lamp = stocked();
        cancelled(9, 24);
        cancelled(1, 22);
        cancelled(4, 1);
        bought(lamp, null);

        var refused = buy(lamp, null);

        problem(refused, 429, "too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(7000, 7201);
        assertThat(stock(lamp)).isEqualTo(999);
        assertThat(checkout(manager(), null).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesAKeyBeyondThoseOfADay() {
        var lamp = stocked();
        var first = key();
        var order = bought(lamp, first);
        used(2, 1);
        used(1, 22);
        used(9, 24);

        var refused = buy(lamp, key());

        problem(refused, 429, "too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(7000, 7201);
        var again = checkout(tokenOf(buyer()), first);
        assertThat(again.as(Order.class).getId()).isEqualTo(order.getId());
        assertThat(checkout(tokenOf(buyer()), null).statusCode()).isEqualTo(201);
    }

    @Test
    void letsManagersUseAsManyKeysAsTheyNeed() {
        var answers = IntStream.range(0, 6)
                .mapToObj(i ->
                        as(manager()).products().createProduct().body(lamp()).idempotencyKeyHeader(key()))
                .map(create -> answer(create).statusCode())
                .toList();

        assertThat(answers).isEqualTo(List.of(201, 201, 201, 201, 201, 201));
    }
}
