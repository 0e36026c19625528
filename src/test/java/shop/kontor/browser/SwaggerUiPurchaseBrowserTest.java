package shop.kontor.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.kontor.contract.check.Spec;
import tools.jackson.databind.JsonNode;

/** A purchase from the cart to a refund, by somebody who has only Swagger UI. */
class SwaggerUiPurchaseBrowserTest extends BrowserTest {

    private static final String ADDRESS = """
            {"name": "Ada", "lines": ["Unter den Linden 1"], "postal_code": "10117", "city": "Berlin", "country": "DE"}""";
    private static final String PARCEL = """
            {"status": "shipped", "carrier": "Kite", "tracking_number": "47", "tracking_url": "https://kite.example/47"}""";

    private SwaggerUiPage page;
    private Long buyer;
    private Long lamp;

    @BeforeEach
    void fillACart() {
        buyer = newcomer().getId();
        lamp = product(lamp().price(new BigDecimal("19.99")).stock(9)).getId();
        page = swaggerUi();
        done("setCartItem", Map.of("user_id", buyer, "product_id", lamp), "{\"quantity\": 2}", 200);
    }

    @Test
    void ordersToAnAddressPaysShipsAndRefundsOneLine() {
        var parcel = "{\"name\": \"%s\", \"price\": 4.95, \"countries\": [\"DE\"]}".formatted(unique("Parcel"));
        var method = done("createShippingMethod", Map.of(), parcel, 201).get("id");
        var shipping = Map.of("user_id", buyer, "shipping_method_id", method, "country", "DE");
        shows("getCart", shipping, "{\"total\": 39.98, \"shipping\": 4.95, \"grand_total\": 44.93}");

        var choice = "\"shipping_method_id\": %s, \"ship_to\": %s}".formatted(method, ADDRESS);
        var placed = done("placeOrder", Map.of("user_id", buyer), "{\"expected_total\": 44.93, " + choice, 201);
        var order = Map.of("id", placed.get("id"));
        shows("getOrder", order, "{\"total\": 44.93, \"shipping\": 4.95, \"payment_status\": \"unpaid\", " + choice);

        done("createPayment", order, "{\"amount\": 44.93, \"kind\": \"card\"}", 201);
        shows("getOrder", order, "{\"status\": \"paid\", \"payment_status\": \"paid\", \"captured\": 44.93}");

        done("setOrderStatus", order, PARCEL, 200);
        shows("getOrder", order, PARCEL);

        var line = "\"items\": [{\"line_number\": 1, \"quantity\": 1, \"restock\": true}]";
        done("createRefund", order, "{\"amount\": 19.99, \"kind\": \"card\", %s}".formatted(line), 201);
        shows("getOrder", order, "{\"payment_status\": \"partly_refunded\", \"refunded\": 19.99}");
        shows("getProduct", Map.of("id", lamp), "{\"stock\": 8}");
    }

    private JsonNode done(String operation, Map<String, ?> parameters, String body, int status) {
        var answer = page.execute(operation, parameters, body);
        assertThat(answer.status()).as(operation + answer.body()).isEqualTo(status);
        return answer.body();
    }

    /** The page shows these members, whatever others there are. */
    private void shows(String operation, Map<String, ?> parameters, String members) {
        var shown = page.execute(operation, parameters).body();
        Spec.json(members.getBytes(UTF_8))
                .properties()
                .forEach(member -> assertThat(shown.get(member.getKey()))
                        .as(member.getKey())
                        .isEqualTo(member.getValue()));
    }
}
