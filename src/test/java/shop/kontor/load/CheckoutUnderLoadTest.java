package shop.kontor.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import shop.kontor.contract.ContractTest;
import shop.kontor.contract.Race;

/** Nothing is sold twice and nothing is lost, however many want it; and without the guard these tests would say so. */
class CheckoutUnderLoadTest extends ContractTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofSeconds(3);

    @Autowired
    DataSource source;

    /** What a hundred buyers are told who all want the last one. */
    private List<Response> rush() {
        var product = product(lamp().stock(1));
        var buyers = IntStream.range(0, 100).mapToObj(i -> newcomer()).toList();
        buyers.forEach(buyer -> put(buyer, product, 1));
        return Race.of(
                100, i -> answer(orders().placeOrder().userIdPath(buyers.get(i).getId())));
    }

    private static long made(List<Response> answers) {
        return answers.stream().filter(answer -> answer.statusCode() == 201).count();
    }

    private List<String> faultsOf(Duration time, int stock) {
        var crowd = new Crowd("http://localhost:" + port, 0, 20, stock);
        IntStream.range(0, 16).forEach(i -> crowd.join(newcomer().getId()));
        crowd.buy(time);
        assertThat(crowd.orders()).isGreaterThan(10);
        System.out.printf("%d orders by 16 buyers in %d s%n", crowd.orders(), time.toSeconds());
        return crowd.faults();
    }

    @Test
    void sellsTheLastOneOnceToAHundredBuyersAtOnce() {
        var answers = rush();

        assertThat(made(answers)).isOne();
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> assertThat(
                                problem(answer, 409, "out-of-stock").getShortages())
                        .singleElement()
                        .satisfies(shortage -> assertThat(shortage.getStock()).isZero()));
    }

    @Test
    void keepsTheBooksWhileSixteenBuyTheSameTwentyProductsForTenSeconds() {
        assertThat(faultsOf(LONG, 50)).isEmpty();
    }

    @Test
    void says503WhenARowIsHeldForTooLongAndHasDoneNothing() throws SQLException {
        var product = product(lamp().stock(5));
        var buyer = newcomer();
        put(buyer, product, 2);
        var checkout = orders().placeOrder().userIdPath(buyer.getId());
        try (var holder = source.getConnection();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("UPDATE products SET price = 1 WHERE id = " + product.getId());

            var refused = answer(checkout);

            problem(refused, 503, "unavailable");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            holder.rollback();
            holder.setAutoCommit(true);
        }
        assertThat(stock(product)).isEqualTo(5);
        assertThat(answer(checkout).statusCode()).isEqualTo(201);
        assertThat(stock(product)).isEqualTo(3);
    }

    /** A race may go well by chance. */
    private static Stream<Integer> fewTimes() {
        return Stream.of(1, 2, 3);
    }

    /** The negative control: the constraint is taken out, and that of the movements, which have the same stock. */
    @Test
    void goesRedWithoutTheGuard() {
        database.execute("ALTER TABLE products DROP CONSTRAINT ck_products_stock");
        database.execute("ALTER TABLE stock_movements DROP CONSTRAINT ck_stock_movements_stock");
        try {
            assertThat(fewTimes()).anyMatch(i -> made(rush()) > 1);
            assertThat(fewTimes()).anyMatch(i -> !faultsOf(SHORT, 2).isEmpty());
        } finally {
            database.execute("DELETE FROM stock_movements WHERE stock < 0");
            database.execute("ALTER TABLE stock_movements ADD CONSTRAINT ck_stock_movements_stock CHECK (stock >= 0)");
            database.execute("UPDATE products SET stock = 0 WHERE stock < 0");
            database.execute("ALTER TABLE products ADD CONSTRAINT ck_products_stock CHECK (stock >= 0)");
        }
    }
}
