package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.client.model.CartItemInput;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.Product;
import shop.kontor.client.model.ProductStatus;
import shop.kontor.client.model.ProductUpdate;
import shop.kontor.client.model.Shortage;
import shop.kontor.client.model.StockMovement;
import shop.kontor.client.model.User;

/** The life of a product: prepared, sold, taken off sale, and kept if it was sold. */
class ProductStatusContractTest extends ContractTest {

    private Response set(Product product, ProductStatus status) {
        return answer(products().updateProduct().idPath(product.getId()).body(new ProductUpdate().status(status)));
    }

    private Product archive(Product product) {
        return set(product, ProductStatus.ARCHIVED).as(Product.class);
    }

    private Product get(Product product) {
        return products().getProduct().idPath(product.getId()).executeAs(r -> r);
    }

    private Response delete(Product product) {
        return answer(products().deleteProduct().idPath(product.getId()));
    }

    private User buyerOf(Product... products) {
        var user = newcomer();
        List.of(products).forEach(product -> put(user, product, 1));
        buy(user);
        return user;
    }

    private List<Product> list(String query) {
        return List.of(raw().get("/api/products?" + query).as(Product[].class));
    }

    @Test
    void isActiveUnlessItSaysOtherwise() {
        assertThat(product(lamp()).getStatus()).isEqualTo(ProductStatus.ACTIVE);
        assertThat(product(lamp().status(ProductStatus.DRAFT)).getStatus()).isEqualTo(ProductStatus.DRAFT);
        var batch = answer(products().createProducts().body(List.of(lamp(), lamp().status(ProductStatus.ARCHIVED))));
        assertThat(batch.jsonPath().getList("status")).containsExactly("active", "archived");
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, ACTIVE", "ACTIVE, ARCHIVED", "ARCHIVED, ACTIVE"})
    void changesAlongTheTransitions(ProductStatus from, ProductStatus to) {
        var product = product(lamp().status(from).addTagIdsItem(6L));

        var changed = set(product, to).as(Product.class);

        assertThat(changed.getStatus()).isEqualTo(to);
        assertThat(changed.getUpdatedAt()).isAfter(product.getUpdatedAt());
        assertThat(get(product)).isEqualTo(changed);
    }

    @ParameterizedTest
    @CsvSource({"DRAFT, ARCHIVED", "ACTIVE, DRAFT", "ARCHIVED, DRAFT"})
    void refusesOtherTransitionsAndChangesNothing(ProductStatus from, ProductStatus to) {
        var product = product(lamp().status(from));
        var change = new ProductUpdate().status(to).price(BigDecimal.ONE);

        problem(answer(products().updateProduct().idPath(product.getId()).body(change)), 409, "illegal-transition");

        assertThat(get(product)).isEqualTo(product);
    }

    @ParameterizedTest
    @EnumSource
    void theSameAgainIsNoChange(ProductStatus status) {
        var product = product(lamp().status(status));

        assertThat(set(product, status).as(Product.class)).isEqualTo(product);
    }

    @ParameterizedTest
    @EnumSource
    void takesNewTagsAndNamesInAnyStatus(ProductStatus status) {
        var tag = tag();
        var product = product(lamp().status(status).addTagIdsItem(6L));
        var next = status == ProductStatus.DRAFT ? ProductStatus.ACTIVE : status;
        var change =
                new ProductUpdate().status(next).productName(unique("Zeppelin")).tagIds(List.of(tag.getId()));

        answer(products().updateProduct().idPath(product.getId()).body(change));

        var query = "q=zeppelin&sort=newest&tag_id=" + tag.getId() + "&status=" + next.getValue();
        assertThat(list(query)).extracting(Product::getId).containsExactly(product.getId());
    }

    @ParameterizedTest
    @EnumSource
    void listsThoseOfOneStatus(ProductStatus status) {
        var category = category();
        var own = productIn(category, status);
        for (var other : ProductStatus.values()) {
            if (other != status) {
                productIn(category, other);
            }
        }

        assertThat(list("status=" + status.getValue() + "&category_id=" + category.getId()))
                .extracting(Product::getId, Product::getStatus)
                .containsExactly(tuple(own.getId(), status));
    }

    private Product productIn(shop.kontor.client.model.Category category, ProductStatus status) {
        return product(lamp().status(status).categoryId(category.getId()));
    }

    @Test
    void staysInTheCartWhenItIsArchivedButOutsideTheTotal() {
        var user = newcomer();
        var gone = product(lamp());
        var left = product(lamp());
        put(user, gone, 2);
        put(user, left, 1);
        archive(gone);

        var cart = carts().getCart().userIdPath(user.getId()).executeAs(r -> r);

        assertThat(cart.getItems())
                .extracting(
                        item -> item.getProduct().getProductName(),
                        item -> item.getQuantity(),
                        item -> item.getAvailable())
                .containsExactly(tuple(gone.getProductName(), 2, false), tuple(left.getProductName(), 1, true));
        assertThat(cart.getTotal()).isEqualByComparingTo("19.90");
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "ARCHIVED"})
    void isNotPutInACart(ProductStatus status) {
        var user = newcomer();
        var hidden = product(lamp().status(status));
        var put = carts().setCartItem()
                .userIdPath(user.getId())
                .productIdPath(hidden.getId())
                .body(new CartItemInput().quantity(1));

        problem(answer(put), 404, "not-found");
    }

    @Test
    void isNotBoughtOnceItIsArchivedAndEveryOtherReasonIsNamed() {
        var user = newcomer();
        var one = product(lamp());
        var two = product(lamp());
        var rare = product(lamp().stock(1));
        var fine = product(lamp());
        List.of(one, two, rare, fine).forEach(product -> put(user, product, 2));
        List.of(one, two).forEach(this::archive);
        var checkout = orders().placeOrder().userIdPath(user.getId());

        assertThat(problem(answer(checkout), 409, "out-of-stock").getShortages())
                .extracting(Shortage::getProductId, Shortage::getStock, Shortage::getAvailable)
                .containsExactly(
                        tuple(one.getId(), 0, false), tuple(two.getId(), 0, false), tuple(rare.getId(), 1, null));
        put(user, rare, 1);
        assertThat(problem(answer(checkout), 409, "out-of-stock").getShortages())
                .extracting(Shortage::getProductId, Shortage::getQuantity)
                .containsExactly(tuple(one.getId(), 2), tuple(two.getId(), 2));
        assertThat(List.of(stock(one), stock(rare), stock(fine))).containsExactly(10, 1, 10);
        List.of(one, two).forEach(product -> set(product, ProductStatus.ACTIVE));
        assertThat(answer(checkout).statusCode()).isEqualTo(201);
    }

    /** The status is read before the stock is taken, and changes in between. */
    @Test
    void isNotBoughtWhenItIsArchivedDuringCheckout() {
        var user = newcomer();
        var product = product(lamp());
        put(user, product, 1);

        statements.failing(
                (statement, connection) -> {
                    if (statement.startsWith("INSERT INTO orders")) {
                        database.update("UPDATE products SET status = 'archived' WHERE id = ?", product.getId());
                    }
                },
                () -> problem(answer(orders().placeOrder().userIdPath(user.getId())), 409, "out-of-stock"));

        assertThat(stock(product)).isEqualTo(10);
    }

    @Test
    void returnsToStockFromACancelledOrderThoughItIsArchived() {
        var user = newcomer();
        var product = product(lamp());
        put(user, product, 3);
        var order = buy(user);
        archive(product);

        assertThat(answer(move(order, OrderStatus.CANCELLED)).statusCode()).isEqualTo(200);

        assertThat(stock(product)).isEqualTo(10);
    }

    @Test
    void isNotDeletedOnceItWasSold() {
        var product = product(lamp());
        var user = newcomer();
        put(user, product, 1);
        var order = buy(user);
        answer(move(order, OrderStatus.CANCELLED));
        archive(product);

        var blockers = problem(delete(product), 409, "in-use").getBlockers();

        assertThat(blockers).singleElement().satisfies(blocker -> {
            assertThat(blocker.getRelation()).isEqualTo("orders");
            assertThat(blocker.getIds()).containsExactly(order.getId());
            assertThat(blocker.getCount()).isOne();
            assertThat(blocker.getInstead()).isEqualTo("archive");
        });
        assertThat(stock(product)).isEqualTo(10);
        assertThat(products().listStockMovements().idPath(product.getId()).executeAs(r -> r))
                .extracting(StockMovement::getStock)
                .first()
                .isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource
    void isDeletedIfItNeverWasSold(ProductStatus status) {
        assertThat(delete(product(lamp().status(status))).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"category", "user"})
    void isArchivedInsteadWithItsCategoryOrUser(String deleted) {
        var category = category();
        var seller = newcomer();
        var input = lamp().categoryId(category.getId()).userId(seller.getId()).addTagIdsItem(6L);
        var sold = product(input);
        var soldOut = product(input.stock(1));
        var unsold = product(input.stock(10));
        var draft = product(input.status(ProductStatus.DRAFT));
        buyerOf(sold, soldOut);

        var answer = deleted.equals("user")
                ? answer(users().deleteUser().userIdPath(seller.getId()))
                : answer(categories().deleteCategory().idPath(category.getId()).onDeleteQuery("cascade"));

        assertThat(answer.statusCode()).isEqualTo(204);
        for (var product : List.of(sold, soldOut)) {
            var left = get(product);
            assertThat(left.getStatus()).isEqualTo(ProductStatus.ARCHIVED);
            assertThat(deleted.equals("user") ? left.getUserId() : left.getCategoryId())
                    .isNull();
            assertThat(left.getTags()).hasSize(1);
        }
        assertThat(stock(sold)).isEqualTo(9);
        for (var product : List.of(unsold, draft)) {
            problem(answer(products().getProduct().idPath(product.getId())), 404, "not-found");
        }
    }

    @Test
    void isSoldOrDeletedButNeverBoth() {
        for (int i = 0; i < 5; i++) {
            var category = category();
            var goods = List.of(productIn(category), productIn(category), productIn(category));
            var buyers = goods.stream()
                    .map(product -> {
                        var user = newcomer();
                        put(user, product, 1);
                        return user;
                    })
                    .toList();

            var statuses = Race.of(
                    4,
                    n -> n == 1
                            ? answer(categories()
                                            .deleteCategory()
                                            .idPath(category.getId())
                                            .onDeleteQuery("cascade"))
                                    .statusCode()
                            : answer(orders().placeOrder()
                                            .userIdPath(buyers.get(Math.max(0, n - 1))
                                                    .getId()))
                                    .statusCode());

            assertThat(statuses.get(1)).isEqualTo(204);
            assertThat(List.of(201, 204, 409)).containsAll(statuses);
            assertThat(database.queryForObject(
                            "SELECT COUNT(*) FROM products p JOIN order_items i ON i.product_id = p.id"
                                    + " WHERE p.id IN (?, ?, ?) AND p.status = 'archived' AND p.category_id IS NULL",
                            Long.class,
                            goods.stream().map(Product::getId).toArray()))
                    .isEqualTo(statuses.stream().filter(status -> status == 201).count());
        }
    }
}
