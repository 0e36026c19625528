package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.ProductUpdate;
import shop.kontor.client.model.StockMovement;
import shop.kontor.client.model.StockMovementKind;

/** Transitions of an order: which there are, and what a cancellation puts back. */
class SetOrderStatusContractTest extends ContractTest {

    private static final List<OrderStatus> WAY = List.of(OrderStatus.PAID, OrderStatus.SHIPPED);

    private Order get(Order order) {
        return orders().getOrder().idPath(order.getId()).executeAs(r -> r);
    }

    private List<StockMovement> movements(long productId) {
        return products().listStockMovements().idPath(productId).executeAs(r -> r);
    }

    /** An order that has come to a status. */
    private Order orderThatIs(OrderStatus status) {
        var order = order();
        switch (status) {
            case PLACED -> {}
            case CANCELLED -> answer(move(order, status));
            default -> WAY.subList(0, WAY.indexOf(status) + 1).forEach(step -> answer(move(order, step)));
        }
        assertThat(get(order).getStatus()).isEqualTo(status);
        return order;
    }

    @Nested
    class SetOrderStatus {

        @ParameterizedTest
        @CsvSource({"PLACED, PAID", "PAID, SHIPPED", "PLACED, CANCELLED", "PAID, CANCELLED"})
        void movesAlongTheseWays(OrderStatus from, OrderStatus to) {
            var order = orderThatIs(from);

            var moved = answer(move(order, to)).as(Order.class);

            assertThat(moved.getStatus()).isEqualTo(to);
            assertThat(moved.getUpdatedAt()).isAfter(order.getPlacedAt());
            assertThat(get(order)).isEqualTo(moved);
        }

        @ParameterizedTest
        @CsvSource({
            "PLACED, PLACED", "PLACED, SHIPPED", "PAID, PLACED", "PAID, PAID",
            "SHIPPED, PLACED", "SHIPPED, PAID", "SHIPPED, SHIPPED", "SHIPPED, CANCELLED",
            "CANCELLED, PLACED", "CANCELLED, PAID", "CANCELLED, SHIPPED", "CANCELLED, CANCELLED"
        })
        void refusesAllOthers(OrderStatus from, OrderStatus to) {
            var order = orderThatIs(from);

            problem(answer(move(order, to)), 409, "illegal-transition");

            assertThat(get(order).getStatus()).isEqualTo(from);
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
                var order = orderThatIs(OrderStatus.PAID);
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
        void cancelsAnOrderOfProductsThatAreGone() {
            var user = newcomer();
            var gone = product(lamp());
            var left = product(lamp());
            put(user, gone, 1);
            put(user, left, 1);
            var order = buy(user);
            answer(products().deleteProduct().idPath(gone.getId()));

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
