package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import shop.kontor.client.model.Address;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderInput;
import shop.kontor.client.model.OrderTax;

/** A shop that ships every order, and whose prices include a tax. */
@TestPropertySource(properties = {"kontor.shipping.mode=required", "kontor.tax.rate=19"})
class RequiredShippingTest extends ContractTest {

    @Test
    void takesNoOrderWithoutAllThatItNeedsToShipIt() {
        var user = newcomer();
        put(user, product(lamp()), 1);
        var checkout = orders().placeOrder().userIdPath(user.getId());

        assertThat(faults(answer(checkout)))
                .containsExactly(
                        "#/email required", "#/phone required", "#/ship_to required", "#/shipping_method_id required");

        var address = new Address().name("Ada").lines(List.of("1")).city("Wien").country("AT");
        var input = new OrderInput()
                .shippingMethodId(shippingMethod().getId())
                .shipTo(address)
                .phone("1");
        assertThat(faults(answer(checkout.body(input)))).containsExactly("#/email required");

        var order = answer(checkout.body(input.email("ada@example.com")));
        assertThat(order.statusCode()).as(order.asString()).isEqualTo(201);
        assertThat(order.as(Order.class).getTaxes())
                .extracting(OrderTax::getTax)
                .as("of 24.80 at the shop's rate")
                .containsExactly(new BigDecimal("3.96"));
    }
}
