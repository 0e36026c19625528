package shop.kontor.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.Address;
import shop.kontor.client.model.Cart;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderInput;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ShippingMethod;
import shop.kontor.client.model.ShippingMethodUpdate;
import shop.kontor.client.model.User;

/** How orders are shipped and what that costs, from the cart to the order, and the tax in it. */
class ShippedOrdersContractTest extends ContractTest {

    private static Address address(String country) {
        return new Address()
                .name("Ada Lovelace")
                .lines(List.of("Unter den Linden \"1\"", "c/o Brontë \\ Hof 2"))
                .postalCode("10117")
                .city("Berlin")
                .region("Berlin")
                .country(country);
    }

    private static OrderInput shipped(ShippingMethod method, String country) {
        return new OrderInput()
                .shippingMethodId(method.getId())
                .shipTo(address(country))
                .email("Ada@example.com")
                .phone("+49 30 123456");
    }

    /** With a lamp of 19.90 in the cart. */
    private User buyer() {
        var user = newcomer();
        put(user, product(lamp()), 1);
        return user;
    }

    private Response checkout(User user, OrderInput input) {
        return answer(orders().placeOrder().userIdPath(user.getId()).body(input));
    }

    private Order order(User user, OrderInput input) {
        var answer = checkout(user, input);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.as(Order.class);
    }

    private Response read(Order order) {
        return answer(orders().getOrder().idPath(order.getId()));
    }

    private Response delete(ShippingMethod method) {
        return answer(shipping().deleteShippingMethod().idPath(method.getId()));
    }

    private void update(ShippingMethod method, ShippingMethodUpdate change) {
        assertThat(answer(shipping()
                                .updateShippingMethod()
                                .idPath(method.getId())
                                .body(change))
                        .statusCode())
                .isEqualTo(200);
    }

    @Nested
    class GetCart {

        private Response cart(User user, ShippingMethod method, String country) {
            var get = carts().getCart().userIdPath(user.getId()).shippingMethodIdQuery(method.getId());
            return answer(country == null ? get : get.countryQuery(country));
        }

        @Test
        void addsWhatTheShippingCosts() {
            var cart = cart(buyer(), shippingMethod(), "DE").as(Cart.class);

            assertThat(cart.getTotal()).isEqualByComparingTo("19.90");
            assertThat(cart.getShipping()).isEqualByComparingTo("4.90");
            assertThat(cart.getGrandTotal()).isEqualByComparingTo("24.80");
        }

        @Test
        void addsNothingWithoutAMethod() {
            var cart = answer(carts().getCart().userIdPath(buyer().getId()).countryQuery("FR"))
                    .as(Cart.class);

            assertThat(cart.getShipping()).isNull();
            assertThat(cart.getGrandTotal()).isNull();
        }

        @Test
        void isFreeFromTheTotalThatTheMethodNames() {
            var method = shippingMethod(parcel().freeFrom(new BigDecimal("39.80")));
            var user = buyer();
            assertThat(cart(user, method, null).as(Cart.class).getShipping()).isEqualByComparingTo("4.90");

            put(user, product(lamp()), 1);

            assertThat(cart(user, method, null).as(Cart.class).getShipping()).isZero();
            assertThat(cart(user, method, null).as(Cart.class).getGrandTotal()).isEqualByComparingTo("39.80");
        }

        @Test
        void refusesACountryThatIsNotServedAndAMethodThatIsNotActive() {
            var user = buyer();
            var inactive = shippingMethod(parcel().active(false));

            problem(cart(user, shippingMethod(), "FR"), 409, "country-not-served");
            assertThat(faults(cart(user, inactive, "DE"))).containsExactly("shipping_method_id unknown_reference");
            assertThat(faults(cart(user, inactive, "XX"))).containsExactly("country format");
        }
    }

    @Nested
    class PlaceOrder {

        @Test
        void keepsHowAndWhereToItIsShipped() {
            var method = shippingMethod();
            var input = shipped(method, "DE");

            var order = order(buyer(), input);

            assertThat(order.getShippingMethodId()).isEqualTo(method.getId());
            assertThat(order.getShippingMethodName()).isEqualTo(method.getName());
            assertThat(order.getShipping()).isEqualByComparingTo("4.90");
            assertThat(order.getTotal()).isEqualByComparingTo("24.80");
            assertThat(order.getShipTo()).isEqualTo(input.getShipTo());
            assertThat(order.getEmail()).isEqualTo("Ada@example.com");
            assertThat(order.getPhone()).isEqualTo("+49 30 123456");
            assertThat(read(order).as(Order.class)).isEqualTo(order);
            assertThat(orders().listOrdersOfUser().userIdPath(order.getUserId()).executeAs(r -> r))
                    .containsExactly(order);
        }

        @Test
        void takesAsLittleAsItIsGiven() {
            var user = buyer();
            var nothing = order(user, new OrderInput());
            assertThat(nothing.getShipping()).isNull();
            assertThat(nothing.getShipTo()).isNull();
            assertThat(nothing.getTotal()).isEqualByComparingTo("19.90");

            var small =
                    new Address().name("Ada").lines(List.of("1")).city("Wien").country("AT");
            put(user, product(lamp()), 1);
            assertThat(order(user, new OrderInput().shipTo(small)).getShipTo()).isEqualTo(small);
        }

        @Test
        void namesWhatIsWrongWithAnAddress() {
            var answer = raw().contentType("application/json")
                    .body("{\"ship_to\": {\"name\": \"Ada\", \"lines\": [], \"country\": \"XX\", \"zip\": \"1\"}}"
                            .getBytes(UTF_8))
                    .post("/api/users/" + buyer().getId() + "/orders");

            assertThat(faults(answer))
                    .containsExactlyInAnyOrder(
                            "#/ship_to/city required",
                            "#/ship_to/lines minItems",
                            "#/ship_to/country format",
                            "#/ship_to/zip unknown_member");
        }

        @Test
        void ordersNothingWhereTheMethodDoesNotServe() {
            var user = newcomer();
            var lamp = product(lamp().stock(3));
            put(user, lamp, 1);

            problem(checkout(user, shipped(shippingMethod(), "FR")), 409, "country-not-served");

            assertThat(stock(lamp)).isEqualTo(3);
            assertThat(orders().listOrdersOfUser().userIdPath(user.getId()).executeAs(r -> r))
                    .isEmpty();
        }

        @Test
        void doesNotKnowAMethodThatIsInactiveOrNotThere() {
            for (var method : List.of(shippingMethod(parcel().active(false)), new ShippingMethod().id(999_999_999L))) {
                assertThat(faults(checkout(buyer(), shipped(method, "DE"))))
                        .containsExactly("#/shipping_method_id unknown_reference");
            }
        }

        @Test
        void comparesTheExpectedTotalWithWhatIsCharged() {
            var method = shippingMethod();
            var user = buyer();

            problem(checkout(user, shipped(method, "DE").expectedTotal(new BigDecimal("19.90"))), 409, "price-changed");

            assertThat(checkout(user, shipped(method, "DE").expectedTotal(new BigDecimal("24.80")))
                            .statusCode())
                    .isEqualTo(201);
        }

        @Test
        void shipsFreeFromTheTotalThatTheMethodNames() {
            var order = order(
                    buyer(),
                    shipped(shippingMethod(parcel().freeFrom(new BigDecimal("19.90"))), "DE")
                            .expectedTotal(new BigDecimal("19.90")));

            assertThat(order.getShipping()).isZero();
            assertThat(order.getTotal()).isEqualByComparingTo("19.90");
            assertThat(order.getTaxes())
                    .extracting(tax -> cents(tax.getGross()))
                    .containsExactly(new BigDecimal("19.90"));
        }

        @Test
        void keepsTheShippingOfItsDay() {
            var method = shippingMethod();
            var order = order(buyer(), shipped(method, "DE"));
            var before = read(order).asString();

            update(
                    method,
                    new ShippingMethodUpdate()
                            .name("Other")
                            .price(BigDecimal.TEN)
                            .taxRate(BigDecimal.ONE));
            delete(method);

            assertThat(read(order).asString()).isEqualTo(before);
        }
    }

    @Nested
    class DeleteShippingMethod {

        @Test
        void makesOneInactiveThatAnOrderUsed() {
            var method = shippingMethod();
            order(buyer(), shipped(method, "DE"));

            assertThat(delete(method).statusCode()).isEqualTo(204);
            assertThat(delete(method).statusCode()).as("again").isEqualTo(204);

            problem(answer(shipping().getShippingMethod().idPath(method.getId())), 404, "not-found");
            update(method, new ShippingMethodUpdate().active(true));
            assertThat(answer(shipping().getShippingMethod().idPath(method.getId()))
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void leavesNoOrderWithoutItsMethodHoweverManyBuyMeanwhile() {
            for (int round = 0; round < 5; round++) {
                var method = shippingMethod();
                var buyers = List.of(buyer(), buyer(), buyer());

                var statuses = Race.of(
                        4,
                        i -> i == 3
                                ? delete(method).statusCode()
                                : checkout(buyers.get(i), shipped(method, "DE")).statusCode());

                assertThat(statuses).isSubsetOf(201, 204, 400).contains(204);
                var isKept = database.queryForObject(
                        "SELECT COUNT(*) FROM shipping_methods WHERE id = ? AND active = FALSE",
                        Long.class,
                        method.getId());
                assertThat(isKept).isEqualTo(statuses.contains(201) ? 1 : 0);
            }
        }
    }

    @Nested
    class Taxes {

        @Test
        void areStatedByRateAndKept() {
            var order = order(buyer(), shipped(shippingMethod(parcel().taxRate(new BigDecimal("19"))), "DE"));

            assertThat(order.getShippingTaxRate()).isEqualByComparingTo("19");
            assertThat(order.getItems())
                    .extracting(item -> cents(item.getTaxRate()))
                    .containsExactly(new BigDecimal("0.00"));
            assertThat(order.getTaxes())
                    .extracting(
                            tax -> cents(tax.getRate()),
                            tax -> cents(tax.getGross()),
                            tax -> cents(tax.getNet()),
                            tax -> cents(tax.getTax()))
                    .containsExactly(
                            tuple(dec("0.00"), dec("19.90"), dec("19.90"), dec("0.00")),
                            tuple(dec("19.00"), dec("4.90"), dec("4.12"), dec("0.78")));
        }

        @Test
        void areAbsentFromOrdersOfServersThatKeptNoRates() {
            var order = order(buyer(), new OrderInput());
            database.update("UPDATE order_items SET tax_rate = NULL WHERE order_id = ?", order.getId());

            assertThat(read(order).jsonPath().getMap("$").keySet().toString()).doesNotContain("tax");
            assertThat(read(order).jsonPath().getMap("items[0]").keySet().toString())
                    .doesNotContain("tax");
        }

        @Test
        void useTheRateOfAProductOnItsDay() {
            var user = newcomer();
            var lamp = product(lamp().taxRate(new BigDecimal("19")));
            var book = product(lamp().price(new BigDecimal("10.70")));
            assertThat(update(book, "{\"tax_rate\": 7.0}").as(Product.class).getTaxRate())
                    .isEqualByComparingTo("7");
            put(user, lamp, 2);
            put(user, book, 3);

            var order = order(user, new OrderInput());
            var before = read(order).asString();

            assertThat(order.getTaxes())
                    .extracting(
                            tax -> cents(tax.getRate()),
                            tax -> cents(tax.getGross()),
                            tax -> cents(tax.getNet()),
                            tax -> cents(tax.getTax()))
                    .containsExactly(
                            tuple(dec("7.00"), dec("32.10"), dec("30.00"), dec("2.10")),
                            tuple(dec("19.00"), dec("39.80"), dec("33.45"), dec("6.35")));
            assertThat(update(book, "{\"tax_rate\": null}").as(Product.class).getTaxRate())
                    .isNull();
            assertThat(read(order).asString()).isEqualTo(before);
        }

        @Test
        void keepAProductUnchangedIfItsRateIsWrittenOtherwise() {
            var book = product(lamp().taxRate(new BigDecimal("7")));

            var same = update(book, "{\"tax_rate\": 7.00}").as(Product.class);

            assertThat(same.getUpdatedAt()).isEqualTo(book.getUpdatedAt());
            assertThat(same.getTaxRate()).isEqualByComparingTo("7");
        }

        @Test
        void areThoseOfEachProductOfABatch() {
            var batch = products()
                    .createProducts()
                    .body(List.of(lamp().taxRate(new BigDecimal("7.5")), lamp()))
                    .executeAs(r -> r);

            assertThat(batch).extracting(product -> cents(product.getTaxRate())).containsExactly(dec("7.50"), null);
        }

        private Response update(Product product, String json) {
            return raw().contentType("application/json")
                    .body(json.getBytes(UTF_8))
                    .put("/api/products/" + product.getId());
        }

        private static BigDecimal dec(String number) {
            return new BigDecimal(number);
        }
    }

    /** The same number with two decimals, which whoever passes it on may leave out. */
    private static @Nullable BigDecimal cents(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(2);
    }
}
