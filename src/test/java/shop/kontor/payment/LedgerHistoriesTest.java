package shop.kontor.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import shop.kontor.KontorTest;
import shop.kontor.Statements;
import shop.kontor.contract.Race;

/** The ledger adds up after each step, however often and in whatever order it is taken, and wherever it breaks off. */
@KontorTest
class LedgerHistoriesTest {

    /** Thousands take a minute: {@code -Dhistories=5000}. */
    private static final int HISTORIES = Integer.getInteger("histories", 300);

    private static final int PARALLEL = 4;
    private static final Act ONE_BACK = new Act(Act.Kind.REFUND, 100, null, 0, 0);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Statements statements;

    /** How many more statements the connection of this thread lasts. */
    private final ThreadLocal<Integer> life = new ThreadLocal<>();

    private LedgerShop shop;

    @BeforeEach
    void open() {
        shop = beans.createBean(LedgerShop.class);
    }

    @AfterEach
    void clear() {
        shop.clear();
    }

    /** What differs from the model in so many histories. */
    private List<String> faults(int histories) {
        var faults = Collections.synchronizedList(new ArrayList<String>());
        statements.failing(
                (statement, connection) -> {
                    var left = life.get();
                    if (left != null && left == 0) {
                        connection.abort(Runnable::run);
                    }
                    life.set(left == null ? null : left - 1);
                },
                () -> Race.of(PARALLEL, i -> {
                    for (int seed = i; seed < histories; seed += PARALLEL) {
                        history(new Random(seed), faults);
                    }
                    return i;
                }));
        return faults;
    }

    /** Some acts, each of them twice, in any order; of one whose connection is lost, nothing is there. */
    private void history(Random random, List<String> faults) {
        var acts = new ArrayList<Act>();
        for (int i = 0; i < 4; i++) {
            var act = Act.any(random);
            acts.addAll(List.of(act, act));
        }
        Collections.shuffle(acts, random);
        var order = shop.order();
        var model = new LedgerModel();
        for (var act : acts) {
            life.set(random.nextInt(8) == 0 ? random.nextInt(6) : Integer.MAX_VALUE);
            var answer = answer(order, act);
            var isKilled = life.get() < 0;
            life.remove();
            if (!isKilled) {
                compare(act.toString(), model.answer(act), answer, faults);
            }
            compare(act.toString(), model.state(), shop.state(order), faults);
        }
    }

    private String answer(long order, Act act) {
        try {
            return shop.answer(order, act);
        } catch (DataAccessException | TransactionException e) {
            return "failed";
        }
    }

    private static void compare(String what, String expected, String actual, List<String> faults) {
        if (!expected.equals(actual)) {
            faults.add("%s: %s instead of %s".formatted(what, actual, expected));
        }
    }

    @Test
    void addsUpAtEveryStepOfShuffledDoubledAndKilledHistories() {
        assertThat(faults(HISTORIES)).isEmpty();
    }

    /** How many of 200 who refund 1 at once of 100 that were paid get it. */
    private long refunds() {
        var order = shop.order();
        shop.answer(order, new Act(Act.Kind.PAY, 10_000, null, 0, 0));
        return Race.of(200, i -> shop.answer(order, ONE_BACK)).stream()
                .filter(answer -> answer.equals("done"))
                .count();
    }

    @Test
    void refundsAHundredOfAHundredToTwoHundredAtOnce() {
        assertThat(refunds()).isEqualTo(100);
    }

    /** How many payments there are after twenty at once with one reference. */
    private int payments() {
        var order = shop.order();
        var payment = new Act(Act.Kind.PAY, 100, "R5", 0, 0);
        assertThat(Race.of(20, i -> shop.answer(order, payment))).containsOnly("done");
        return database.queryForObject("SELECT COUNT(*) FROM payments WHERE order_id = ?", Integer.class, order);
    }

    @Test
    void recordsOnePaymentForAReferenceThatComesTwentyTimesAtOnce() {
        assertThat(payments()).isOne();
    }

    @Test
    void recordsOnePaymentForAReferenceOfTwentyOrdersAtOnce() {
        var orders = IntStream.range(0, 20).mapToObj(i -> shop.order()).toList();
        var payment = new Act(Act.Kind.PAY, 100, "RF18 of all", 0, 0);

        var answers = Race.of(20, i -> shop.answer(orders.get(i), payment));

        assertThat(answers).containsOnly("done", "duplicate").containsOnlyOnce("done");
    }

    /** How often twenty who pay at once for one order begin: a deadlock ends one of them, who begins anew. */
    private long attempts() {
        var order = shop.order();
        return statements.during(() -> Race.of(20, i -> answer(order, new Act(Act.Kind.PAY, 100, null, 0, 0)))).stream()
                .filter(statement -> statement.startsWith("INSERT INTO payments"))
                .count();
    }

    @Test
    void recordsTwentyPaymentsForAnOrderAtOnceWithoutADeadlock() {
        assertThat(attempts()).isEqualTo(20);
    }

    /** The stock after a cancellation and a return at once. */
    private List<String> returns() {
        return Stream.generate(shop::order)
                .limit(10)
                .peek(order -> shop.answer(order, new Act(Act.Kind.PAY, 1000, null, 0, 0)))
                .peek(order -> Race.of(
                        4,
                        i -> shop.answer(order, i == 0 ? cancellation() : new Act(Act.Kind.RETURN, 100, null, 1, 1))))
                .map(order -> shop.state(order).replaceFirst(".*(restocked.*)", "$1"))
                .toList();
    }

    private static Act cancellation() {
        return new Act(Act.Kind.CANCEL, 0, null, 0, 0);
    }

    @Test
    void putsEachItemBackOnceThoughItIsCancelledAndReturnedAtOnce() {
        assertThat(returns()).containsOnly("restocked 2 3, stock 12 13, moved 5");
    }

    /** The negative controls: what is proved here is due to these guards. */
    @Test
    void goesRedWithoutTheGuardOfTheSum() {
        without(
                "orders",
                "CONSTRAINT ck_orders_refunded",
                "CONSTRAINT ck_orders_refunded CHECK (refunded BETWEEN 0 AND captured)",
                () -> {
                    assertThat(refunds()).isGreaterThan(100);
                    assertThat(faults(20)).isNotEmpty();
                });
    }

    @Test
    void goesRedWithoutTheUniqueKey() {
        without(
                "payments",
                "INDEX uq_payments_reference",
                "CONSTRAINT uq_payments_reference UNIQUE (reference)",
                () -> {
                    assertThat(payments()).isGreaterThan(1);
                    assertThat(faults(20)).isNotEmpty();
                });
    }

    @Test
    void goesRedWithoutTheGuardOfTheQuantity() {
        without(
                "order_items",
                "CONSTRAINT ck_order_items_restocked",
                "CONSTRAINT ck_order_items_restocked CHECK (restocked BETWEEN 0 AND quantity)",
                () -> assertThat(faults(60)).isNotEmpty());
    }

    @Test
    void goesRedWithoutTheLock() {
        statements.rewriting(
                statement -> statement.replace("FOR UPDATE", ""),
                () -> assertThat(attempts()).isGreaterThan(20));
    }

    private void without(String table, String guard, String again, Runnable test) {
        database.execute("ALTER TABLE %s DROP %s".formatted(table, guard));
        try {
            test.run();
        } finally {
            shop.clear();
            database.execute("ALTER TABLE %s ADD %s".formatted(table, again));
        }
    }
}
