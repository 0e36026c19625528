package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.User;

/** The lines of a cart whose products are archived are neither paid for nor bought, and each condition for it is needed. */
class ArchivedLinesTest extends ContractTest {

    /** A condition of the SQL, and what is around it. */
    enum Condition {
        SHOWN_AS_AVAILABLE("()(p\\.status = 'active')( AS available)"),
        IN_THE_TOTAL("(CASE WHEN )(p\\.status = 'active')( THEN)"),
        TAKEN_FROM_STOCK("(^UPDATE products .* AND )(p\\.status = 'active')()"),
        REFUSED("()(p\\.status = 'active')( AS is_available)");

        private final Pattern place;

        Condition(String place) {
            this.place = Pattern.compile(place);
        }

        String remove(String statement) {
            return place.matcher(statement.strip().replaceAll("\\s+", " ")).replaceAll("$1($2 OR TRUE)$3");
        }
    }

    private List<String> answers(User user, List<Product> goods) {
        goods.forEach(product -> {
            database.update("UPDATE products SET status = 'active', stock = 10 WHERE id = ?", product.getId());
            put(user, product, 2);
        });
        database.update(
                "UPDATE products SET status = 'archived' WHERE id = ?",
                goods.get(0).getId());
        var cart = answer(carts().getCart().userIdPath(user.getId())).asString();
        var checkout = answer(orders().placeOrder().userIdPath(user.getId()));
        return List.of(cart, checkout.asString().replaceAll("\"trace_id\":\"\\w+\"", ""));
    }

    @ParameterizedTest
    @EnumSource
    void withoutOneOfTheConditionsACustomerNotices(Condition condition) {
        var user = newcomer();
        var goods = List.of(product(lamp()), product(lamp()));
        var right = answers(user, goods);
        var wrong = new ArrayList<String>();

        statements.rewriting(condition::remove, () -> wrong.addAll(answers(user, goods)));

        assertThat(right.get(1)).contains("/problems/out-of-stock");
        assertThat(wrong).isNotEqualTo(right);
        assertThat(answers(user, goods).get(0)).as("the cart afterwards").isEqualTo(right.get(0));
    }
}
