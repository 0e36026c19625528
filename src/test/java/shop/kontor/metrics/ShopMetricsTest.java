package shop.kontor.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.ConcurrencyFailureException;
import shop.kontor.client.model.Credentials;
import shop.kontor.client.model.User;
import shop.kontor.database.RetryingTransaction;

/** What the shop says of itself: orders, sign-ins, conflicts of transactions, and its pool. */
class ShopMetricsTest extends MeasuredShop {

    /** Something that is done in one transaction. */
    static class Work {

        @RetryingTransaction
        void run(IntConsumer work, int[] attempts) {
            work.accept(++attempts[0]);
        }
    }

    @Autowired
    DataSource source;

    Work work;

    @BeforeEach
    void prepare(@Autowired AutowireCapableBeanFactory beans) {
        work = (Work) beans.initializeBean(new Work(), "work");
        database.execute("CREATE TABLE IF NOT EXISTS counters (id INT PRIMARY KEY, n INT NOT NULL)");
        database.execute("REPLACE INTO counters VALUES (1, 0), (2, 0)");
    }

    private double placed() {
        return sum("kontor_orders_placed_total", Map.of());
    }

    private double refused(String problem) {
        return sum("kontor_orders_refused_total", Map.of("problem", problem));
    }

    private double conflicts(String reason) {
        return sum("kontor_transaction_conflicts_total", Map.of("reason", reason));
    }

    private int order(User user, String key) {
        return answer(orders().placeOrder().userIdPath(user.getId()).idempotencyKeyHeader(key))
                .statusCode();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void countsAnOrderOnceHoweverOftenItIsRetried() {
        var user = newcomer();
        put(user, product(lamp()), 1);
        var key = key();
        var before = placed();

        assertThat(order(user, key)).isEqualTo(201);
        assertThat(order(user, key)).isEqualTo(201);

        assertThat(placed()).isEqualTo(before + 1);
    }

    @Test
    void countsARefusedOrderByItsProblem() {
        var user = newcomer();
        put(user, product(lamp().stock(1)), 2);
        var before = placed();
        var outOfStock = refused("out-of-stock");
        var empty = refused("cart-empty");

        assertThat(order(user, key())).isEqualTo(409);
        assertThat(order(newcomer(), key())).isEqualTo(409);

        assertThat(refused("out-of-stock")).isEqualTo(outOfStock + 1);
        assertThat(refused("cart-empty")).isEqualTo(empty + 1);
        assertThat(placed()).isEqualTo(before);
    }

    @Test
    void countsARefusedSignIn() {
        var labels = Map.of("problem", "unauthenticated");
        var before = sum("kontor_sign_ins_refused_total", labels);
        var user = customer();

        problem(
                answer(users().signIn()
                        .body(new Credentials().email(user.getEmail()).password("a guess"))),
                401,
                "unauthenticated");
        signIn(user.getEmail(), PASSWORD);

        assertThat(sum("kontor_sign_ins_refused_total", labels)).isEqualTo(before + 1);
    }

    private void add(int id) {
        database.update("UPDATE counters SET n = n + 1 WHERE id = ?", id);
    }

    /** A transaction that updates two rows, and waits in between until another has one of them. */
    private void cross(int first, int second, CyclicBarrier bothHaveOne) {
        work.run(
                attempt -> {
                    add(first);
                    if (attempt == 1) {
                        meet(bothHaveOne);
                    }
                    add(second);
                },
                new int[1]);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void countsADeadlockThatARetryHasHidden() throws Exception {
        var before = conflicts("deadlock");
        var failures = sum("kontor_transaction_failures_total", Map.of());
        var bothHaveOne = new CyclicBarrier(2);

        var other = CompletableFuture.runAsync(() -> cross(2, 1, bothHaveOne));
        cross(1, 2, bothHaveOne);
        other.get(30, TimeUnit.SECONDS);

        assertThat(conflicts("deadlock")).isEqualTo(before + 1);
        assertThat(sum("kontor_transaction_failures_total", Map.of())).isEqualTo(failures);
    }

    @Test
    void countsWhatIsGivenUpAfterItsRetries() throws SQLException {
        var before = conflicts("lock-wait");
        var failures = sum("kontor_transaction_failures_total", Map.of());
        var attempts = new int[1];
        try (var holder = source.getConnection();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("UPDATE counters SET n = 7 WHERE id = 2");

            assertThatThrownBy(() -> work.run(attempt -> add(2), attempts))
                    .isInstanceOf(ConcurrencyFailureException.class);
            holder.rollback();
            holder.setAutoCommit(true);
        }
        assertThat(conflicts("lock-wait")).isEqualTo(before + attempts[0]);
        assertThat(sum("kontor_transaction_failures_total", Map.of())).isEqualTo(failures + 1);
    }

    @Test
    void countsNoConflictWhereWorkFailsByItself() {
        var before = sum("kontor_transaction_conflicts_total", Map.of());
        var failures = sum("kontor_transaction_failures_total", Map.of());

        assertThatThrownBy(() -> work.run(
                        attempt -> {
                            throw new IllegalStateException("broken");
                        },
                        new int[1]))
                .isInstanceOf(IllegalStateException.class);

        assertThat(sum("kontor_transaction_conflicts_total", Map.of())).isEqualTo(before);
        assertThat(sum("kontor_transaction_failures_total", Map.of())).isEqualTo(failures);
    }

    @Test
    void showsThePoolAndTheProcess() throws SQLException {
        try (var connection = source.getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
            // the pool looks once a second
            await().untilAsserted(() ->
                    assertThat(sum("hikaricp_connections_active", Map.of())).isPositive());
        }
        assertThat(sum("hikaricp_connections_max", Map.of())).isPositive();
        assertThat(sum("jvm_memory_used_bytes", Map.of("area", "heap"))).isPositive();
        assertThat(sum("process_uptime_seconds", Map.of())).isPositive();
    }
}
