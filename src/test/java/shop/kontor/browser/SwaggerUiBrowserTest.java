package shop.kontor.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.kontor.contract.check.Spec;

/** What somebody can do who opens Swagger UI in a browser. */
class SwaggerUiBrowserTest extends BrowserTest {

    @Test
    void showsAllOperationsOfTheContract() {
        assertThat(swaggerUi().operations())
                .containsExactlyElementsOf(Spec.INSTANCE.operations.stream()
                        .map(o -> o.method() + " " + o.path() + " "
                                + o.node().get("summary").asString())
                        .toList());
    }

    @Test
    void namesTheServerThatItIsFrom() {
        var page = swaggerUi();

        assertThat(page.servers()).containsExactly(address(""));
        assertThat(page.execute("listTags", Map.of()).curl()).contains("'" + address("/api/tags"));
    }

    @Test
    void triesTheLifeOfACategory() {
        var page = swaggerUi();
        var name = unique("Jackets");

        var created = page.execute("createCategory", Map.of(), "{\"category_name\": \"%s\"}".formatted(name));
        assertThat(created.status()).isEqualTo(201);

        var id = Map.of("id", created.body().get("id"));
        var shown = page.execute("getCategory", id);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.body().get("category_name").asString()).isEqualTo(name);

        var renamed = page.execute("updateCategory", id, "{\"category_name\": \"%s, warm\"}".formatted(name));
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.body().get("category_name").asString()).isEqualTo(name + ", warm");

        assertThat(page.execute("deleteCategory", id).status()).isEqualTo(204);
        assertThat(page.execute("getCategory", id).status()).isEqualTo(404);
    }

    @Test
    void triesAWholePurchaseAndAnother() {
        var page = swaggerUi();
        var customer = Map.of("user_id", customer().getId());
        var shipped = Map.of("user_id", customer.get("user_id"), "shipping_method_id", 1, "country", "DE");
        var lamp = Map.of(
                "user_id", customer.get("user_id"),
                "product_id", product(lamp().stock(9)).getId());

        for (var quantity : List.of(2, 3)) {
            var filled = page.execute("setCartItem", lamp, "{\"quantity\": %d}".formatted(quantity));
            assertThat(filled.status()).isEqualTo(200);

            var cart = page.execute("getCart", shipped);
            assertThat(cart.status()).isEqualTo(200);
            assertThat(cart.body().get("items")).isEqualTo(filled.body().get("items"));

            var order = page.execute("placeOrder", customer);
            assertThat(order.status()).isEqualTo(201);
            assertThat(order.body().get("total")).isEqualTo(cart.body().get("grand_total"));

            var shown = page.execute("getOrder", Map.of("id", order.body().get("id")));
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.body()).isEqualTo(order.body());
        }
    }

    @Test
    void noticesARequestToAnotherHost() {
        var elsewhere = "http://shop.example/";

        assertThatThrownBy(() -> browser.open(elsewhere)).hasMessageContaining("ERR_NAME_NOT_RESOLVED");

        assertThat(browser.requests()).contains(elsewhere);
    }

    @Test
    void noticesAnErrorOnTheConsole() {
        swaggerUi();

        browser.run("fetch('http://shop.example/').catch(arguments[0])");

        assertThat(browser.errors()).anyMatch(error -> error.contains("Content Security Policy"));
    }
}
