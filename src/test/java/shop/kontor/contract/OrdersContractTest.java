package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import shop.kontor.client.api.OrdersApi;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderInput;
import shop.kontor.client.model.OrderItem;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.ProductUpdate;
import shop.kontor.client.model.Shortage;
import shop.kontor.client.model.StockMovement;
import shop.kontor.client.model.StockMovementKind;
import shop.kontor.client.model.User;
import shop.kontor.client.model.UserUpdate;

/** Orders as they are placed and read; transitions have a class of their own. */
class OrdersContractTest extends ContractTest {

    private Order get(Order order) {
        return orders().getOrder().idPath(order.getId()).executeAs(r -> r);
    }

    private OrdersApi.PlaceOrderOper checkout(User user) {
        return orders().placeOrder().userIdPath(user.getId());
    }

    private List<StockMovement> movements(long productId) {
        return products().listStockMovements().idPath(productId).executeAs(r -> r);
    }

    @Nested
    class PlaceOrder {

        @Test
        void takesTheStockKeepsNamesAndPricesAndEmptiesTheCart() {
            var user = newcomer();
            var lamp = product(lamp().price(new BigDecimal("12.30")).stock(5));
            var shade = product(lamp().price(new BigDecimal("0.45")).stock(9));
            put(user, shade, 9);
            put(user, lamp, 2);

            var answer = answer(checkout(user));

            assertThat(answer.statusCode()).isEqualTo(201);
            var order = answer.as(Order.class);
            assertThat(answer.header(HttpHeaders.LOCATION)).isEqualTo("/api/orders/" + order.getId());
            assertThat(order.getUserId()).isEqualTo(user.getId());
            assertThat(order.getStatus()).isEqualTo(OrderStatus.PLACED);
            assertThat(order.getItems())
                    .extracting(OrderItem::getProductId, OrderItem::getProductName, OrderItem::getQuantity)
                    .containsExactly(
                            tuple(lamp.getId(), lamp.getProductName(), 2),
                            tuple(shade.getId(), shade.getProductName(), 9));
            assertThat(order.getTotal()).isEqualByComparingTo("28.65");
            assertThat(order.getUpdatedAt()).isEqualTo(order.getPlacedAt());
            assertThat(get(order)).isEqualTo(order);
            assertThat(stock(lamp)).isEqualTo(3);
            assertThat(stock(shade)).isZero();
            assertThat(carts().getCart()
                            .userIdPath(user.getId())
                            .executeAs(r -> r)
                            .getItems())
                    .isEmpty();
        }

        @Test
        void writesALineOfTheLedgerForEachProduct() {
            var user = newcomer();
            var lamp = product(lamp().stock(5));
            put(user, lamp, 2);
            var order = buy(user);

            assertThat(movements(lamp.getId()))
                    .extracting(
                            StockMovement::getKind,
                            StockMovement::getDelta,
                            StockMovement::getStock,
                            StockMovement::getOrderId)
                    .containsExactly(
                            tuple(StockMovementKind.ORDER, -2, 3, order.getId()),
                            tuple(StockMovementKind.OPENING, 5, 5, null));
        }

        @Test
        void listsEveryProductThatIsShortAndTakesNothing() {
            var user = newcomer();
            var enough = product(lamp().stock(3));
            var few = product(lamp().stock(1));
            var none = product(lamp().stock(0));
            put(user, enough, 3);
            put(user, few, 2);
            put(user, none, 4);

            var shortages = problem(answer(checkout(user)), 409, "out-of-stock").getShortages();

            assertThat(shortages)
                    .extracting(
                            Shortage::getProductId, Shortage::getProductName, Shortage::getQuantity, Shortage::getStock)
                    .containsExactly(
                            tuple(few.getId(), few.getProductName(), 2, 1),
                            tuple(none.getId(), none.getProductName(), 4, 0));
            assertThat(List.of(stock(enough), stock(few), stock(none))).containsExactly(3, 1, 0);
            assertThat(movements(enough.getId())).hasSize(1);
            assertThat(carts().getCart()
                            .userIdPath(user.getId())
                            .executeAs(r -> r)
                            .getItems())
                    .hasSize(3);
            assertThat(orders().listOrdersOfUser().userIdPath(user.getId()).executeAs(r -> r))
                    .isEmpty();
        }

        @Test
        void makesStaleWhatAManagerHasReadOfTheStock() {
            var user = newcomer();
            var lamp = product(lamp().stock(5));
            var etag = answer(products().getProduct().idPath(lamp.getId())).header(HttpHeaders.ETAG);
            put(user, lamp, 2);
            buy(user);

            var update = products().updateProduct().idPath(lamp.getId()).body(new ProductUpdate().stock(6));
            problem(answer(update.ifMatchHeader(etag)), 412, "stale");

            assertThat(stock(lamp)).isEqualTo(3);
        }

        @Test
        void refusesACartThatIsEmpty() {
            problem(answer(checkout(newcomer())), 409, "cart-empty");
        }

        @Test
        void refusesIfItCostsSomethingElseThanExpected() {
            var user = newcomer();
            var lamp = product(lamp().price(new BigDecimal("10.00")));
            put(user, lamp, 2);
            var expected = new OrderInput().expectedTotal(new BigDecimal("20"));
            answer(products()
                    .updateProduct()
                    .idPath(lamp.getId())
                    .body(new ProductUpdate().price(new BigDecimal("10.01"))));

            var problem = problem(answer(checkout(user).body(expected)), 409, "price-changed");
            assertThat(problem.getDetail()).contains("20.02");
            assertThat(stock(lamp)).isEqualTo(10);

            answer(products()
                    .updateProduct()
                    .idPath(lamp.getId())
                    .body(new ProductUpdate().price(new BigDecimal("10.00"))));
            assertThat(answer(checkout(user).body(expected)).statusCode()).isEqualTo(201);
        }

        @Test
        void answers404ForAUserThatIsNotThere() {
            problem(answer(checkout(new User().id(999_999_999L))), 404, "not-found");
        }

        @Test
        void makesOneOrderOfOneCartHoweverManyCheckOutAtOnce() {
            var user = newcomer();
            var lamp = product(lamp().stock(10));
            put(user, lamp, 2);

            var statuses = Race.of(10, i -> answer(checkout(user)).statusCode());

            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
            assertThat(stock(lamp)).isEqualTo(8);
        }
    }

    @Nested
    class GetOrder {

        @Test
        void staysAsItWasWhateverBecomesOfTheCatalogAndTheUser() {
            var category = category();
            var seller = newcomer();
            var user = newcomer();
            var renamed = product(lamp().categoryId(category.getId()));
            var kept = product(lamp());
            var sold = product(lamp().userId(seller.getId()));
            List.of(renamed, kept, sold).forEach(product -> put(user, product, 1));
            var order = buy(user);
            answer(move(order, OrderStatus.PAID));
            answer(move(order, OrderStatus.SHIPPED));

            answer(products()
                    .updateProduct()
                    .idPath(renamed.getId())
                    .body(new ProductUpdate().productName("Other").price(BigDecimal.TEN)));
            problem(answer(products().deleteProduct().idPath(kept.getId())), 409, "in-use");
            answer(categories().deleteCategory().idPath(category.getId()));
            answer(users().updateUser()
                    .userIdPath(user.getId())
                    .body(new UserUpdate().name("Other").email(address())));
            answer(users().deleteUser().userIdPath(seller.getId()));
            answer(users().deleteUser().userIdPath(user.getId()));

            var now = get(order);
            assertThat(now.getUserId()).isNull();
            assertThat(now.getBuyerName()).isEqualTo(user.getName());
            assertThat(now.getBuyerEmail()).isEqualTo(user.getEmail());
            assertThat(now.getTotal()).isEqualByComparingTo(order.getTotal());
            assertThat(now.getItems())
                    .extracting(OrderItem::getProductName, OrderItem::getPrice, OrderItem::getQuantity)
                    .isEqualTo(order.getItems().stream()
                            .map(item -> tuple(item.getProductName(), item.getPrice(), item.getQuantity()))
                            .toList());
            assertThat(now.getItems())
                    .extracting(OrderItem::getProductId)
                    .containsExactly(renamed.getId(), kept.getId(), sold.getId());
        }

        @Test
        void keepsLinesApartThatLookTheSame() {
            var user = newcomer();
            var name = unique("Lamp");
            var twins = List.of(product(lamp().productName(name)), product(lamp().productName(name)));
            twins.forEach(product -> put(user, product, 1));
            var order = buy(user);
            assertThat(get(order).getItems()).hasSize(2);
            assertThat(get(order).getTotal()).isEqualByComparingTo("39.80");
        }

        @Test
        void answers404ForOneThatIsNotThere() {
            problem(answer(orders().getOrder().idPath(999_999_999)), 404, "not-found");
        }
    }

    @Nested
    class ListOrdersOfUser {

        @Test
        void listsTheUsersOwnNewestFirstPageByPage() {
            var user = newcomer();
            var placed = new ArrayList<Long>();
            for (int i = 0; i < 5; i++) {
                put(user, product(lamp()), 1);
                put(user, product(lamp()), 2);
                placed.add(0, buy(user).getId());
            }
            order();

            var first = answer(orders().listOrdersOfUser()
                    .userIdPath(user.getId())
                    .perPageQuery(2)
                    .totalQuery(true));
            assertThat(first.header("X-Total-Count")).isEqualTo("5");
            var all = follow(first, Order[].class, rows -> {});

            assertThat(all).extracting(Order::getId).containsExactlyElementsOf(placed);
            assertThat(all)
                    .allSatisfy(order -> assertThat(order.getItems()).hasSize(2))
                    .allSatisfy(order -> assertThat(order.getTotal()).isEqualByComparingTo("59.70"));
        }

        @Test
        void keepsToTheStatusThatIsAskedFor() {
            var user = newcomer();
            put(user, product(lamp()), 1);
            var first = buy(user);
            put(user, product(lamp()), 1);
            buy(user);
            answer(move(first, OrderStatus.PAID));

            assertThat(orders().listOrdersOfUser()
                            .userIdPath(user.getId())
                            .statusQuery(OrderStatus.PAID)
                            .executeAs(r -> r))
                    .extracting(Order::getId)
                    .containsExactly(first.getId());
        }

        @Test
        void answers404ForAUserThatIsNotThere() {
            problem(answer(orders().listOrdersOfUser().userIdPath(999_999_999)), 404, "not-found");
        }

        @Test
        void refusesACursorOfAnotherUser() {
            var user = newcomer();
            for (int i = 0; i < 2; i++) {
                put(user, product(lamp()), 1);
                buy(user);
            }
            var next = next(
                    answer(orders().listOrdersOfUser().userIdPath(user.getId()).perPageQuery(1)));

            assertThat(faults(raw().get(next.replace("/" + user.getId() + "/", "/2/"))))
                    .containsExactly("cursor invalid_cursor");
        }
    }

    @Nested
    class ListOrders {

        @Test
        void listsThoseOfAllUsersNewestFirst() {
            var mine = IntStream.range(0, 3).mapToObj(i -> order().getId()).toList();

            var first = answer(orders().listOrders().perPageQuery(2).totalQuery(true));
            assertThat(Integer.parseInt(first.header("X-Total-Count"))).isGreaterThanOrEqualTo(3);
            var all = follow(first, Order[].class, rows -> {});

            assertThat(all)
                    .extracting(Order::getId)
                    .startsWith(mine.get(2), mine.get(1), mine.get(0))
                    .doesNotHaveDuplicates();
        }

        @Test
        void keepsToTheStatusThatIsAskedFor() {
            var shipped = shippedOrder();
            var delivered = shippedOrder();
            answer(move(delivered, OrderStatus.DELIVERED));

            hasThoseThatAre(OrderStatus.SHIPPED, shipped);
            hasThoseThatAre(OrderStatus.DELIVERED, delivered);
        }

        private Order shippedOrder() {
            var order = order();
            answer(move(order, OrderStatus.PAID));
            return answer(move(order, OrderStatus.SHIPPED)).as(Order.class);
        }

        private void hasThoseThatAre(OrderStatus status, Order newest) {
            var all = answer(
                    orders().listOrders().statusQuery(status).totalQuery(true).perPageQuery(100));
            assertThat(all.as(Order[].class))
                    .hasSize(Math.min(100, Integer.parseInt(all.header("X-Total-Count"))))
                    .allMatch(order -> order.getStatus() == status)
                    .extracting(Order::getId)
                    .startsWith(newest.getId());
            var ofBuyer = answer(orders().listOrdersOfUser()
                    .userIdPath(newest.getUserId())
                    .statusQuery(status)
                    .totalQuery(true));
            assertThat(ofBuyer.header("X-Total-Count")).isEqualTo("1");
            assertThat(ofBuyer.as(Order[].class)).extracting(Order::getId).containsExactly(newest.getId());
        }
    }
}
