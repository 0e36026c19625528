package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.OrderStatusInput;
import shop.kontor.client.model.ProductUpdate;
import shop.kontor.client.model.StockMovement;
import shop.kontor.client.model.StockMovementKind;

/** What a transition of an order does beyond the status: where the parcel is, and what a cancellation puts back. */
class SetOrderStatusContractTest extends ContractTest {

    private Order get(Order order) {
        return orders().getOrder().idPath(order.getId()).executeAs(r -> r);
    }

    private List<StockMovement> movements(long productId) {
        return products().listStockMovements().idPath(productId).executeAs(r -> r);
    }

    private Order paidOrder() {
        return answer(move(order(), OrderStatus.PAID)).as(Order.class);
    }

    private Response set(Order order, OrderStatusInput change) {
        return answer(orders().setOrderStatus().idPath(order.getId()).body(change));
    }

    private static OrderStatusInput parcel(OrderStatus status) {
        return new OrderStatusInput()
                .status(status)
                .carrier("Müller & Töchter")
                .trackingNumber("00 3404 3412")
                .trackingUrl("https://parcels.example:8443/track?n=00%203404&l=[de]#now");
    }

    @Nested
    class SetOrderStatus {

        @Test
        void tellsFromThenOnWhereTheParcelIs() {
            var shipped = set(paidOrder(), parcel(OrderStatus.SHIPPED)).as(Order.class);

            assertThat(new OrderStatusInput()
                            .status(shipped.getStatus())
                            .carrier(shipped.getCarrier())
                            .trackingNumber(shipped.getTrackingNumber())
                            .trackingUrl(shipped.getTrackingUrl()))
                    .isEqualTo(parcel(OrderStatus.SHIPPED));
            assertThat(get(shipped)).isEqualTo(shipped);

            var delivered = answer(move(shipped, OrderStatus.DELIVERED)).as(Order.class);

            assertThat(delivered)
                    .usingRecursiveComparison()
                    .ignoringFields("status", "updatedAt")
                    .isEqualTo(shipped);
        }

        @Test
        void shipsWithoutSayingWhere() {
            var shipped = answer(move(paidOrder(), OrderStatus.SHIPPED));

            assertThat(shipped.statusCode()).isEqualTo(200);
            assertThat(shipped.jsonPath().getMap("")).doesNotContainKeys("carrier", "tracking_number", "tracking_url");
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SHIPPED")
        void takesAParcelOnlyWhenItIsShipped(OrderStatus status) {
            var order = paidOrder();

            assertThat(faults(set(order, parcel(status))))
                    .containsExactly(
                            "#/carrier not_applicable",
                            "#/tracking_number not_applicable",
                            "#/tracking_url not_applicable");
            assertThat(faults(set(order, new OrderStatusInput().status(status).trackingNumber("1"))))
                    .containsExactly("#/tracking_number not_applicable");

            assertThat(get(order)).isEqualTo(order);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://parcels.example/1",
                    "HTTPS://parcels.example/1",
                    "https:///1",
                    "https:parcels.example",
                    "//parcels.example/1",
                    "javascript:alert(1)//https://parcels.example",
                    "https://ada@parcels.example/1",
                    "https://parcels.example\\@evil.example/",
                    "https://parcels.example/1 2",
                    "https://parcels.example/<b>",
                    "https://parcels.example/\"",
                    "https://pärcels.example/1",
                    "https://parcels.example/1\n"
                })
        void sendsNobodyToAnythingButAnHttpsAddress(String address) {
            var order = paidOrder();

            assertThat(faults(set(order, parcel(OrderStatus.SHIPPED).trackingUrl(address))))
                    .containsExactly("#/tracking_url pattern");

            assertThat(get(order)).isEqualTo(order);
        }

        @Test
        void putsTheQuantitiesBackOnceHoweverManyCancelAtOnce() {
            var user = newcomer();
            var lamp = product(lamp().stock(5));
            var shade = product(lamp().stock(5));
            put(user, lamp, 2);
            put(user, shade, 5);
            var order = buy(user);

            var statuses =
                    Race.of(10, i -> answer(move(order, OrderStatus.CANCELLED)).statusCode());

            assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
            assertThat(List.of(stock(lamp), stock(shade))).containsExactly(5, 5);
            assertThat(movements(lamp.getId()))
                    .extracting(StockMovement::getKind, StockMovement::getDelta, StockMovement::getStock)
                    .containsExactly(
                            tuple(StockMovementKind.CANCELLATION, 2, 5),
                            tuple(StockMovementKind.ORDER, -2, 3),
                            tuple(StockMovementKind.OPENING, 5, 5));
        }

        @Test
        void letsOneOfTwoSimultaneousMovesWin() {
            for (int round = 0; round < 5; round++) {
                var order = paidOrder();
                var lamp = products()
                        .getProduct()
                        .idPath(order.getItems().get(0).getProductId())
                        .executeAs(r -> r);

                var statuses = Race.of(
                        2,
                        i -> answer(move(order, i == 0 ? OrderStatus.SHIPPED : OrderStatus.CANCELLED))
                                .statusCode());

                assertThat(statuses).containsExactlyInAnyOrder(200, 409);
                assertThat(stock(lamp)).isEqualTo(get(order).getStatus() == OrderStatus.SHIPPED ? 8 : 10);
            }
        }

        @Test
        void cancelsAnOrderOfProductsThatWereDeletedWhenSoldOnesCouldBe() {
            var user = newcomer();
            var gone = product(lamp());
            var left = product(lamp());
            put(user, gone, 1);
            put(user, left, 1);
            var order = buy(user);
            database.update("UPDATE order_items SET product_id = NULL WHERE product_id = ?", gone.getId());

            assertThat(answer(move(order, OrderStatus.CANCELLED)).statusCode()).isEqualTo(200);

            assertThat(stock(left)).isEqualTo(10);
        }

        @Test
        void refusesToCancelWhatCouldNotBeCountedAnyMore() {
            var user = newcomer();
            var lamp = product(lamp().stock(1));
            put(user, lamp, 1);
            var order = buy(user);
            answer(products().updateProduct().idPath(lamp.getId()).body(new ProductUpdate().stock(Integer.MAX_VALUE)));

            problem(answer(move(order, OrderStatus.CANCELLED)), 409, "stock-limit");

            assertThat(get(order).getStatus()).isEqualTo(OrderStatus.PLACED);
        }

        @Test
        void answers404ForOneThatIsNotThere() {
            problem(answer(move(new Order().id(999_999_999L), OrderStatus.PAID)), 404, "not-found");
        }
    }
}
