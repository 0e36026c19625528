package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import shop.kontor.client.api.Oper;
import shop.kontor.client.model.CartItemInput;
import shop.kontor.client.model.CategoryInput;
import shop.kontor.client.model.Credentials;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderInput;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.PaymentKind;
import shop.kontor.client.model.ProductUpdate;
import shop.kontor.client.model.RefundInput;
import shop.kontor.client.model.RefundItem;
import shop.kontor.client.model.Role;
import shop.kontor.client.model.ShippingMethodUpdate;
import shop.kontor.client.model.StockAdjustment;
import shop.kontor.client.model.TagInput;
import shop.kontor.client.model.UserInput;
import shop.kontor.client.model.UserUpdate;
import shop.kontor.contract.check.Spec;

/** What each operation costs: so many SQL statements, however many rows it reads or writes. */
class StatementsTest extends ContractTest {

    /** The most that each operation may send, with everything asked for that it has. */
    private static final Map<String, Integer> MOST = Map.ofEntries(
            Map.entry("signIn", 12),
            Map.entry("signOut", 1),
            Map.entry("listUsers", 2),
            Map.entry("registerUser", 2),
            Map.entry("getUser", 1),
            Map.entry("updateUser", 4),
            Map.entry("deleteUser", 7),
            Map.entry("listCategories", 4),
            Map.entry("createCategory", 2),
            Map.entry("getCategory", 3),
            Map.entry("updateCategory", 6),
            Map.entry("deleteCategory", 7),
            Map.entry("listProducts", 3),
            Map.entry("createProduct", 12),
            Map.entry("createProducts", 12),
            Map.entry("getProduct", 1),
            Map.entry("updateProduct", 13),
            Map.entry("deleteProduct", 4),
            Map.entry("adjustStock", 6),
            Map.entry("listStockMovements", 2),
            Map.entry("listTags", 4),
            Map.entry("createTag", 2),
            Map.entry("getTag", 3),
            Map.entry("updateTag", 6),
            Map.entry("deleteTag", 4),
            Map.entry("listShippingMethods", 2),
            Map.entry("createShippingMethod", 5),
            Map.entry("getShippingMethod", 1),
            Map.entry("updateShippingMethod", 3),
            Map.entry("deleteShippingMethod", 3),
            Map.entry("getCart", 2),
            Map.entry("clearCart", 2),
            Map.entry("setCartItem", 3),
            Map.entry("removeCartItem", 2),
            Map.entry("listOrdersOfUser", 2),
            Map.entry("placeOrder", 14),
            Map.entry("listOrders", 2),
            Map.entry("getOrder", 1),
            Map.entry("setOrderStatus", 7),
            Map.entry("listPaymentsOfOrder", 3),
            Map.entry("createPayment", 9),
            Map.entry("listRefundsOfOrder", 3),
            Map.entry("createRefund", 14),
            Map.entry("listPayments", 2),
            Map.entry("getLiveness", 0),
            // on a connection of its own, once a second
            Map.entry("getReadiness", 0));

    /** How many statements an operation sends; what it needs is made before. */
    private int cost(Supplier<Oper> operation) {
        var ready = operation.get();
        var sent =
                statements.during(() -> assertThat(answer(ready).statusCode()).isLessThan(300));
        assertThat(sent).noneMatch(statement -> statement.contains("OFFSET"));
        return sent.size();
    }

    private String etagOf(Oper read) {
        return answer(read).header("ETag");
    }

    private Oper updateProduct(int links) {
        var id = product(lamp().addTagIdsItem(tag().getId())).getId();
        var tagIds = IntStream.range(0, links).mapToObj(i -> tag().getId()).toList();
        var change = new ProductUpdate()
                .productName(unique("A lamp of so many words"))
                .price(BigDecimal.ONE)
                .stock(1)
                .userId(1L)
                .categoryId(category().getId())
                .tagIds(tagIds);
        var etag = etagOf(products().getProduct().idPath(id));
        return products().updateProduct().idPath(id).ifMatchHeader(etag).body(change);
    }

    private Oper deleteCategory(int size, String policy) {
        var category = category();
        IntStream.range(0, size).forEach(i -> productIn(category));
        var etag = etagOf(categories().getCategory().idPath(category.getId()).productCountQuery(true));
        return categories()
                .deleteCategory()
                .idPath(category.getId())
                .ifMatchHeader(etag)
                .onDeleteQuery(policy);
    }

    private Map<String, Integer> costs(int size) {
        var category = category();
        var tag = tag();
        IntStream.range(0, size)
                .forEach(i -> product(lamp().categoryId(category.getId()).tagIds(List.of(tag.getId()))));
        IntStream.range(0, size).forEach(i -> tag());
        var inputs = IntStream.range(0, size)
                .mapToObj(i -> lamp().userId(1L).categoryId(category.getId()).tagIds(List.of(tag.getId())))
                .toList();
        var costs = new TreeMap<String, Integer>();
        userCosts(size, costs);
        costs.put("getLiveness", cost(() -> health().getLiveness()));
        costs.put("getReadiness", cost(() -> health().getReadiness()));
        purchaseCosts(size, costs);
        shippingCosts(size, costs);
        costs.put(
                "listCategories",
                cost(() -> categories()
                        .listCategories()
                        .perPageQuery(size)
                        .totalQuery(true)
                        .productCountQuery(true)));
        costs.put(
                "createCategory",
                cost(() -> categories().createCategory().body(new CategoryInput().categoryName(unique("C")))));
        costs.put(
                "getCategory",
                cost(() -> categories().getCategory().idPath(category.getId()).productCountQuery(true)));
        costs.put("updateCategory", cost(() -> {
            var etag =
                    etagOf(categories().getCategory().idPath(category.getId()).productCountQuery(true));
            return categories()
                    .updateCategory()
                    .idPath(category.getId())
                    .ifMatchHeader(etag)
                    .body(new CategoryInput().categoryName(unique("C")));
        }));
        costs.put(
                "deleteCategory",
                Math.max(cost(() -> deleteCategory(size, "cascade")), cost(() -> deleteCategory(size, "set_null"))));
        costs.put(
                "listProducts",
                cost(() -> products()
                        .listProducts()
                        .perPageQuery(size)
                        .qQuery("lamp")
                        .tagIdQuery(tag.getId())
                        .totalQuery(true)));
        costs.put(
                "createProduct",
                cost(() ->
                        products().createProduct().idempotencyKeyHeader(key()).body(inputs.get(0))));
        costs.put(
                "createProducts",
                cost(() ->
                        products().createProducts().idempotencyKeyHeader(key()).body(inputs)));
        costs.put("getProduct", cost(() -> products().getProduct().idPath(1)));
        costs.put("updateProduct", cost(() -> updateProduct(size)));
        costs.put("deleteProduct", cost(() -> {
            var id = product(lamp()).getId();
            return products()
                    .deleteProduct()
                    .idPath(id)
                    .ifMatchHeader(etagOf(products().getProduct().idPath(id)));
        }));
        costs.put(
                "listTags",
                cost(() -> tags().listTags().perPageQuery(size).totalQuery(true).productCountQuery(true)));
        costs.put("createTag", cost(() -> tags().createTag().body(new TagInput().tagName(unique("T")))));
        costs.put("getTag", cost(() -> tags().getTag().idPath(tag.getId()).productCountQuery(true)));
        costs.put("updateTag", cost(() -> {
            var etag = etagOf(tags().getTag().idPath(tag.getId()).productCountQuery(true));
            return tags().updateTag().idPath(tag.getId()).ifMatchHeader(etag).body(new TagInput().tagName(unique("T")));
        }));
        costs.put("deleteTag", cost(() -> {
            var etag = etagOf(tags().getTag().idPath(tag.getId()).productCountQuery(true));
            return tags().deleteTag().idPath(tag.getId()).ifMatchHeader(etag);
        }));
        return costs;
    }

    private void userCosts(int size, Map<String, Integer> costs) {
        var user = customer();
        costs.put(
                "signIn",
                cost(() -> users().signIn()
                        .body(new Credentials().email(user.getEmail()).password(PASSWORD))));
        costs.put("signOut", cost(() -> {
            var credentials = new Credentials().email(user.getEmail()).password(PASSWORD);
            var session = users().signIn().body(credentials).executeAs(r -> r);
            return users().signOut().idPath(session.getId());
        }));
        costs.put("listUsers", cost(() -> users().listUsers().perPageQuery(size).totalQuery(true)));
        costs.put(
                "registerUser",
                cost(() -> users().registerUser()
                        .body(new UserInput().name("Ada").email(address()).password(PASSWORD))));
        costs.put("getUser", cost(() -> users().getUser().userIdPath(user.getId())));
        costs.put(
                "updateUser",
                cost(() -> users().updateUser()
                        .userIdPath(user.getId())
                        .body(new UserUpdate().name("Eve").role(Role.CUSTOMER))));
        costs.put("deleteUser", cost(() -> {
            var seller = newcomer();
            IntStream.range(0, size).forEach(i -> product(lamp().userId(seller.getId())));
            return users().deleteUser().userIdPath(seller.getId());
        }));
    }

    private void purchaseCosts(int size, Map<String, Integer> costs) {
        var user = newcomer();
        var goods = IntStream.range(0, size).mapToObj(i -> product(lamp())).toList();
        for (int i = 0; i < size; i++) {
            put(user, goods.get(0), 1);
            buy(user);
            products()
                    .adjustStock()
                    .idPath(goods.get(0).getId())
                    .body(adjustment())
                    .execute(r -> r);
        }
        var id = user.getId();
        goods.forEach(product -> put(user, product, 1));
        var line =
                carts().setCartItem().userIdPath(id).productIdPath(goods.get(0).getId());
        costs.put(
                "getCart",
                cost(() -> carts().getCart()
                        .userIdPath(id)
                        .shippingMethodIdQuery(1)
                        .countryQuery("DE")));
        costs.put("setCartItem", cost(() -> line.body(new CartItemInput().quantity(2))));
        var free = shippingMethod(parcel().freeFrom(BigDecimal.ONE)).getId();
        costs.put(
                "placeOrder",
                cost(() -> orders().placeOrder()
                        .userIdPath(id)
                        .idempotencyKeyHeader(key())
                        .body(new OrderInput().shippingMethodId(free))));
        costs.put(
                "listOrders",
                cost(() -> orders().listOrders().perPageQuery(size).totalQuery(true)));
        costs.put(
                "listOrdersOfUser",
                cost(() -> orders().listOrdersOfUser()
                        .userIdPath(id)
                        .perPageQuery(size)
                        .totalQuery(true)));
        var order = orders().listOrdersOfUser().userIdPath(id).executeAs(r -> r).get(0);
        costs.put("getOrder", cost(() -> orders().getOrder().idPath(order.getId())));
        paymentCosts(order, costs);
        costs.put("setOrderStatus", cost(() -> move(order, OrderStatus.CANCELLED)));
        costs.put(
                "adjustStock",
                cost(() -> products()
                        .adjustStock()
                        .idPath(goods.get(0).getId())
                        .idempotencyKeyHeader(key())
                        .body(adjustment())));
        costs.put(
                "listStockMovements",
                cost(() -> products()
                        .listStockMovements()
                        .idPath(goods.get(0).getId())
                        .totalQuery(true)));
        costs.put("clearCart", cost(() -> carts().clearCart().userIdPath(id)));
        costs.put(
                "removeCartItem",
                cost(() -> carts().removeCartItem().userIdPath(id).productIdPath(1)));
    }

    private void shippingCosts(int size, Map<String, Integer> costs) {
        IntStream.range(0, size).forEach(i -> shippingMethod());
        costs.put(
                "listShippingMethods",
                cost(() -> shipping().listShippingMethods().perPageQuery(size).totalQuery(true)));
        costs.put(
                "createShippingMethod",
                cost(() -> shipping()
                        .createShippingMethod()
                        .idempotencyKeyHeader(key())
                        .body(parcel())));
        costs.put("getShippingMethod", cost(() -> shipping().getShippingMethod().idPath(1)));
        costs.put("updateShippingMethod", cost(() -> {
            var id = shippingMethod().getId();
            return shipping()
                    .updateShippingMethod()
                    .idPath(id)
                    .ifMatchHeader(etagOf(shipping().getShippingMethod().idPath(id)))
                    .body(new ShippingMethodUpdate().name("Slow"));
        }));
        costs.put("deleteShippingMethod", cost(() -> {
            var id = shippingMethod().getId();
            return shipping()
                    .deleteShippingMethod()
                    .idPath(id)
                    .ifMatchHeader(etagOf(shipping().getShippingMethod().idPath(id)));
        }));
    }

    private void paymentCosts(Order order, Map<String, Integer> costs) {
        var id = order.getId();
        var refund = new RefundInput().amount(BigDecimal.ONE).kind(PaymentKind.CARD);
        order.getItems()
                .forEach(item -> refund.addItemsItem(new RefundItem()
                        .lineNumber(item.getLineNumber())
                        .quantity(1)
                        .restock(true)));
        costs.put(
                "createPayment",
                cost(() -> payments()
                        .createPayment()
                        .idPath(id)
                        .idempotencyKeyHeader(key())
                        .body(transfer("10000"))));
        costs.put(
                "createRefund",
                cost(() -> payments()
                        .createRefund()
                        .idPath(id)
                        .idempotencyKeyHeader(key())
                        .body(refund)));
        costs.put(
                "listPaymentsOfOrder",
                cost(() -> payments().listPaymentsOfOrder().idPath(id).totalQuery(true)));
        costs.put(
                "listRefundsOfOrder",
                cost(() -> payments().listRefundsOfOrder().idPath(id).totalQuery(true)));
        costs.put("listPayments", cost(() -> payments().listPayments().totalQuery(true)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static StockAdjustment adjustment() {
        return new StockAdjustment().delta(5).reason("Delivery");
    }

    @Test
    void costsTheSameForManyRowsAsForOne() {
        assertThat(costs(1)).isEqualTo(MOST);
        assertThat(costs(60)).isEqualTo(MOST);
    }

    /** The shipping costs a statement, and two more if it turns out to be free. */
    @Test
    void anOrderCostsAsMuchAsIsAskedOfIt() {
        var parcel = shippingMethod().getId();

        assertThat(cost(() -> checkout(new OrderInput()))).isEqualTo(11);
        assertThat(cost(() -> checkout(new OrderInput().shippingMethodId(parcel))))
                .isEqualTo(12);
    }

    private Oper checkout(OrderInput input) {
        var user = newcomer();
        put(user, product(lamp()), 1);
        return orders().placeOrder()
                .userIdPath(user.getId())
                .idempotencyKeyHeader(key())
                .body(input);
    }

    @Test
    void holdsEveryOperationOfTheContractToANumber() {
        assertThat(MOST.keySet())
                .containsExactlyInAnyOrderElementsOf(Spec.INSTANCE.operations.stream()
                        .map(Spec.Operation::id)
                        .toList());
    }
}
