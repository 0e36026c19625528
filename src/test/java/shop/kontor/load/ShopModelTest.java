package shop.kontor.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import org.springframework.test.context.TestContextManager;
import shop.kontor.client.api.Oper;
import shop.kontor.client.model.CartItemInput;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ProductStatus;
import shop.kontor.client.model.ProductUpdate;
import shop.kontor.client.model.StockAdjustment;
import shop.kontor.client.model.StockMovement;
import shop.kontor.client.model.User;
import shop.kontor.contract.ContractTest;

/** Does at random what people do in a shop, and after each step compares the shop with a model of a few maps. */
class ShopModelTest extends ContractTest {

    private static final BigDecimal PRICE = new BigDecimal("19.90");
    private static final int USERS = 2;
    private static final int PRODUCTS = 3;

    @BeforeProperty
    void connect() throws Exception {
        new TestContextManager(getClass()).prepareTestInstance(this);
    }

    @Property(tries = 15)
    void behavesAsTheModel(@ForAll("actions") ActionChain<Shop> chain) {
        chain.run();
    }

    @Provide
    Arbitrary<ActionChain<Shop>> actions() {
        return ActionChain.startWith(Shop::new)
                .withAction(5, put())
                .withAction(1, step("clear", Arbitraries.just(0), (shop, user, none) -> shop.clear(user)))
                .withAction(1, step("remove", anything(), Shop::remove))
                .withAction(5, step("check out", Arbitraries.just(0), (shop, user, none) -> shop.checkOut(user)))
                .withAction(3, step("cancel", Arbitraries.integers().between(0, 5), (shop, u, i) -> shop.cancel(i)))
                .withAction(2, step("adjust", Arbitraries.integers().between(-4, 4), (shop, u, n) -> shop.adjust(u, n)))
                .withAction(1, step("delete", anything(), (shop, u, product) -> shop.delete(product)))
                .withAction(2, step("archive", anything(), (shop, u, product) -> shop.archive(product)))
                .withMaxTransformations(20);
    }

    private interface Step {
        void take(Shop shop, int user, int what);
    }

    private static Arbitrary<Integer> anybody() {
        return Arbitraries.integers().between(0, USERS - 1);
    }

    private static Arbitrary<Integer> anything() {
        return Arbitraries.integers().between(0, PRODUCTS - 1);
    }

    private static Action.Independent<Shop> step(String name, Arbitrary<Integer> values, Step step) {
        return () -> Combinators.combine(anybody(), values)
                .as((user, value) -> Transformer.mutate("%s %d %d".formatted(name, user, value), shop -> {
                    step.take(shop, user, value);
                    shop.compare();
                }));
    }

    private static Action.Independent<Shop> put() {
        return () -> Combinators.combine(
                        anybody(), anything(), Arbitraries.integers().between(1, 4))
                .as((user, product, quantity) ->
                        Transformer.mutate("put %d x %d for %d".formatted(product, quantity, user), shop -> {
                            shop.put(user, product, quantity);
                            shop.compare();
                        }));
    }

    /** The shop and the model of it; each does the same. */
    private final class Shop {

        private record ModelOrder(Map<Integer, Integer> items, boolean cancelled) {}

        private final List<User> users =
                IntStream.range(0, USERS).mapToObj(i -> newcomer()).toList();
        private final List<Product> goods = IntStream.range(0, PRODUCTS)
                .mapToObj(i -> product(lamp().price(PRICE).stock(5)))
                .toList();
        private final List<Order> placed = new ArrayList<>();

        /** The model: by product, without those that are deleted; by user; in the order of their making. */
        private final Map<Integer, Integer> stock =
                new TreeMap<>(IntStream.range(0, PRODUCTS).boxed().collect(Collectors.toMap(i -> i, i -> 5)));

        private final List<Map<Integer, Integer>> baskets = List.of(new TreeMap<>(), new TreeMap<>());
        private final List<ModelOrder> orders = new ArrayList<>();
        private final Set<Integer> archived = new HashSet<>();
        private final Set<Integer> sold = new HashSet<>();

        void put(int user, int product, int quantity) {
            var answer = answer(carts().setCartItem()
                    .userIdPath(users.get(user).getId())
                    .productIdPath(goods.get(product).getId())
                    .body(new CartItemInput().quantity(quantity)));
            if (isForSale(product)) {
                baskets.get(user).put(product, quantity);
                assertThat(answer.statusCode()).isEqualTo(200);
            } else {
                problem(answer, 404, "not-found");
            }
        }

        void remove(int user, int product) {
            baskets.get(user).remove(product);
            expect(
                    204,
                    carts().removeCartItem()
                            .userIdPath(users.get(user).getId())
                            .productIdPath(goods.get(product).getId()));
        }

        void clear(int user) {
            baskets.get(user).clear();
            expect(204, carts().clearCart().userIdPath(users.get(user).getId()));
        }

        void checkOut(int user) {
            var basket = baskets.get(user);
            var answer = answer(orders().placeOrder().userIdPath(users.get(user).getId()));
            if (basket.isEmpty()) {
                problem(answer, 409, "cart-empty");
            } else if (basket.entrySet().stream().anyMatch(this::isRefused)) {
                assertThat(problem(answer, 409, "out-of-stock").getShortages())
                        .extracting(shortage -> number(shortage.getProductId()))
                        .containsExactlyElementsOf(basket.entrySet().stream()
                                .filter(this::isRefused)
                                .map(Map.Entry::getKey)
                                .toList());
            } else {
                assertThat(answer.statusCode()).isEqualTo(201);
                basket.forEach((product, quantity) -> stock.merge(product, -quantity, Integer::sum));
                placed.add(answer.as(Order.class));
                orders.add(new ModelOrder(new TreeMap<>(basket), false));
                sold.addAll(basket.keySet());
                basket.clear();
            }
        }

        private boolean isForSale(int product) {
            return stock.containsKey(product) && !archived.contains(product);
        }

        private boolean isRefused(Map.Entry<Integer, Integer> item) {
            return !isForSale(item.getKey()) || stock.get(item.getKey()) < item.getValue();
        }

        void archive(int product) {
            var isArchived = archived.contains(product);
            var answer = answer(ShopModelTest.this
                    .products()
                    .updateProduct()
                    .idPath(goods.get(product).getId())
                    .body(new ProductUpdate().status(isArchived ? ProductStatus.ACTIVE : ProductStatus.ARCHIVED)));
            if (!stock.containsKey(product)) {
                problem(answer, 404, "not-found");
            } else {
                assertThat(answer.statusCode()).isEqualTo(200);
                var isNew = isArchived ? archived.remove(product) : archived.add(product);
                assertThat(isNew).isTrue();
            }
        }

        void cancel(int number) {
            if (number >= orders.size()) {
                return;
            }
            var order = orders.get(number);
            var answer = answer(move(placed.get(number), OrderStatus.CANCELLED));
            if (order.cancelled()) {
                problem(answer, 409, "illegal-transition");
            } else {
                assertThat(answer.statusCode()).isEqualTo(200);
                order.items().forEach((product, quantity) -> stock.computeIfPresent(product, (p, n) -> n + quantity));
                orders.set(number, new ModelOrder(order.items(), true));
            }
        }

        void adjust(int product, int delta) {
            var answer = answer(ShopModelTest.this
                    .products()
                    .adjustStock()
                    .idPath(goods.get(product).getId())
                    .body(new StockAdjustment().delta(delta).reason("Counted")));
            if (!stock.containsKey(product)) {
                problem(answer, 404, "not-found");
            } else if (stock.get(product) + delta < 0) {
                problem(answer, 409, "out-of-stock");
            } else {
                assertThat(answer.statusCode()).isEqualTo(200);
                stock.merge(product, delta, Integer::sum);
            }
        }

        void delete(int product) {
            var delete = ShopModelTest.this
                    .products()
                    .deleteProduct()
                    .idPath(goods.get(product).getId());
            if (sold.contains(product)) {
                problem(answer(delete), 409, "in-use");
                return;
            }
            var there = stock.remove(product) != null;
            baskets.forEach(basket -> basket.remove(product));
            expect(there ? 204 : 404, delete);
        }

        private void expect(int status, Oper operation) {
            assertThat(answer(operation).statusCode()).isEqualTo(status);
        }

        void compare() {
            stock.forEach((product, number) -> {
                assertThat(stock(goods.get(product))).isEqualTo(number);
                assertThat(ShopModelTest.this
                                .products()
                                .listStockMovements()
                                .idPath(goods.get(product).getId())
                                .executeAs(r -> r)
                                .stream()
                                .mapToInt(StockMovement::getDelta)
                                .sum())
                        .isEqualTo(number);
            });
            for (int i = 0; i < USERS; i++) {
                var cart = carts().getCart().userIdPath(users.get(i).getId()).executeAs(r -> r);
                assertThat(cart.getItems().stream()
                                .collect(Collectors.toMap(
                                        item -> number(item.getProduct().getId()), item -> item.getQuantity())))
                        .isEqualTo(baskets.get(i));
                var available = new TreeMap<>(baskets.get(i));
                available.keySet().removeAll(archived);
                assertThat(cart.getTotal()).isEqualByComparingTo(total(available));
                assertThat(cart.getItems())
                        .allMatch(item -> item.getAvailable()
                                != archived.contains(number(item.getProduct().getId())));
            }
            for (int i = 0; i < orders.size(); i++) {
                var order = orders().getOrder().idPath(placed.get(i).getId()).executeAs(r -> r);
                var model = orders.get(i);
                assertThat(order.getStatus()).isEqualTo(model.cancelled() ? OrderStatus.CANCELLED : OrderStatus.PLACED);
                assertThat(order.getTotal()).isEqualByComparingTo(total(model.items()));
                assertThat(order.getItems().stream()
                                .map(item -> item.getProductName() + " " + item.getQuantity() + " "
                                        + (item.getProductId() != null)))
                        .containsExactlyElementsOf(model.items().entrySet().stream()
                                .map(item -> goods.get(item.getKey()).getProductName() + " " + item.getValue() + " "
                                        + stock.containsKey(item.getKey()))
                                .toList());
            }
        }

        private int number(long productId) {
            return IntStream.range(0, PRODUCTS)
                    .filter(i -> goods.get(i).getId() == productId)
                    .findFirst()
                    .orElseThrow();
        }

        private static BigDecimal total(Map<Integer, Integer> items) {
            return items.values().stream()
                    .map(quantity -> PRICE.multiply(BigDecimal.valueOf(quantity)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
