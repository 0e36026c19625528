package shop.kontor.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import shop.kontor.GuardedKontorTest;
import shop.kontor.client.model.CartItemInput;
import shop.kontor.client.model.Credentials;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.OrderStatusInput;
import shop.kontor.client.model.Role;
import shop.kontor.client.model.StockMovement;
import shop.kontor.client.model.User;
import shop.kontor.client.model.UserUpdate;
import shop.kontor.contract.check.Spec;
import shop.kontor.contract.check.Spec.Operation;
import tools.jackson.databind.json.JsonMapper;

/** With a secret, everybody does what the contract allows them and nothing else. */
@GuardedKontorTest
@Import(AccessTest.Uncovered.class)
class AccessTest extends ContractTest {

    /** An operation that somebody wrote without the contract. */
    @TestConfiguration
    @RestController
    static class Uncovered {

        @GetMapping("/api/uncovered")
        String answer() {
            return "for nobody";
        }
    }

    /** A token of the manager of the demo data. */
    private String manager() {
        return tokenOf(new User().id(1L));
    }

    private String tokenOf(User user) {
        var claims = claims(user);
        claims.put(
                "ver",
                database.queryForObject("SELECT session_version FROM users WHERE id = ?", Integer.class, user.getId()));
        return token(HS256, claims, GuardedKontorTest.SECRET);
    }

    private RequestSpecification as(RequestSpecification request, String token) {
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Response get(String path, String token) {
        return as(raw(), token).get(path);
    }

    private static boolean isOpen(Operation operation) {
        return operation.node().path("security").isArray()
                && operation.node().get("security").isEmpty();
    }

    private static boolean isForManagers(Operation operation) {
        return operation.node().path("x-required-role").asString("").equals("manager");
    }

    /** A user's order, and a product in the cart. */
    private Order purchase(User user) {
        var lamp = as(manager()).products().createProduct().body(lamp()).executeAs(r -> r);
        var token = tokenOf(user);
        var put = as(token)
                .cart()
                .setCartItem()
                .userIdPath(user.getId())
                .productIdPath(lamp.getId())
                .body(new CartItemInput().quantity(1));
        answer(put);
        var order = as(token)
                .orders()
                .placeOrder()
                .userIdPath(user.getId())
                .executeAs(r -> r.then().statusCode(201).extract().response());
        answer(put);
        return order;
    }

    /** What an operation answers about some user, if the request is a good one; of the catalog no row is there. */
    private Response send(Operation operation, String token, Order order) {
        var path = operation
                .path()
                .replace("{user_id}", order.getUserId().toString())
                .replace("{product_id}", "1")
                .replace("orders/{id}", "orders/" + order.getId())
                .replace("{id}", "999999999");
        var request = as(raw(), token);
        if (operation.node().has("requestBody")) {
            var schema = Spec.INSTANCE.resolve(operation.node().at("/requestBody/content/application~1json/schema"));
            request.contentType("application/json")
                    .body(schema.get("example").toString().getBytes(UTF_8));
        }
        return request.request(operation.method(), path);
    }

    @TestFactory
    Stream<DynamicTest> holdsEveryOperationToTheContract() {
        return Spec.INSTANCE.operations.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    var user = newcomer();
                    var token = tokenOf(user);
                    var othersToken = tokenOf(newcomer());
                    var order = purchase(user);

                    var nobody = send(operation, null, order);
                    var another = send(operation, othersToken, order);
                    var customer = send(operation, token, order);
                    var keeper = send(operation, manager(), purchase(newcomer()));

                    if (isOpen(operation)) {
                        assertThat(List.of(nobody, another, customer, keeper)).noneMatch(a -> a.statusCode() == 403);
                        assertThat(nobody.statusCode()).as(nobody.asString()).isNotEqualTo(401);
                    } else {
                        problem(nobody, 401, "unauthenticated");
                        assertThat(keeper.statusCode()).isNotIn(401, 403);
                        if (isForManagers(operation)) {
                            problem(customer, 403, "forbidden");
                            problem(another, 403, "forbidden");
                        } else {
                            assertThat(customer.statusCode())
                                    .as(customer.asString())
                                    .isBetween(200, 204);
                            problem(another, 404, "not-found");
                        }
                    }
                }));
    }

    @Test
    void deniesWhatNoRuleCovers() {
        assertThat(get("/api/uncovered", null).statusCode()).isEqualTo(403);
        assertThat(get("/api/uncovered", manager()).statusCode()).isEqualTo(403);
    }

    @Test
    void answersAnothersAsOneThatIsNotThere() {
        var other = newcomer();
        var token = tokenOf(newcomer());

        var others = get("/api/users/" + other.getId(), token).asString();

        assertThat(others)
                .isEqualTo(get("/api/users/999999999", token)
                        .asString()
                        .replace("999999999", other.getId().toString()));
    }

    @Test
    void letsNoCustomerSetARole() {
        var user = newcomer();
        var token = tokenOf(user);
        var change = new UserUpdate().role(Role.MANAGER);

        problem(answer(as(token).users().updateUser().userIdPath(user.getId()).body(change)), 403, "forbidden");
        assertThat(as(manager())
                        .users()
                        .getUser()
                        .userIdPath(user.getId())
                        .executeAs(r -> r)
                        .getRole())
                .isEqualTo(Role.CUSTOMER);
    }

    @Test
    void letsCustomersCancelTheirOrdersAndNoMore() {
        var user = newcomer();
        var order = purchase(user);
        var own = as(tokenOf(user)).orders().setOrderStatus().idPath(order.getId());
        var managers = as(manager()).orders().setOrderStatus().idPath(order.getId());

        problem(answer(own.body(new OrderStatusInput().status(OrderStatus.PAID))), 403, "forbidden");
        assertThat(answer(managers.body(new OrderStatusInput().status(OrderStatus.PAID)))
                        .statusCode())
                .isEqualTo(200);
        problem(answer(own.body(new OrderStatusInput().status(OrderStatus.SHIPPED))), 403, "forbidden");
        assertThat(answer(own.body(new OrderStatusInput().status(OrderStatus.CANCELLED)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void leavesTheOrdersOfTheDeletedToManagers() {
        var user = newcomer();
        var order = purchase(user);
        database.update("DELETE FROM users WHERE id = ?", user.getId());

        problem(get("/api/orders/" + order.getId(), tokenOf(newcomer())), 404, "not-found");
        assertThat(get("/api/orders/" + order.getId(), manager()).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheKeysOfUsersApart() {
        var key = UUID.randomUUID().toString();
        var buyers = List.of(newcomer(), newcomer());

        var orders = buyers.stream()
                .map(buyer -> {
                    purchase(buyer);
                    return as(tokenOf(buyer))
                            .orders()
                            .placeOrder()
                            .userIdPath(buyer.getId())
                            .idempotencyKeyHeader(key)
                            .executeAs(r -> r.then().statusCode(201).extract().response());
                })
                .toList();

        assertThat(orders)
                .extracting(Order::getUserId)
                .containsExactly(buyers.get(0).getId(), buyers.get(1).getId());
    }

    @Test
    void writesDownWhoMovedTheStock() {
        var user = newcomer();
        var order = purchase(user);
        var product = order.getItems().get(0).getProductId();

        assertThat(as(manager()).products().listStockMovements().idPath(product).executeAs(r -> r))
                .extracting(StockMovement::getUserId)
                .containsExactly(user.getId(), 1L);
    }

    @Test
    void namesTheManagerAsWhoOffersANewProduct() {
        var product = as(manager()).products().createProduct().body(lamp()).executeAs(r -> r);

        assertThat(product.getUserId()).isEqualTo(1);
    }

    @Test
    void endsSessionsWithThePasswordTheRoleAndTheUser() {
        var user = customer();
        var first = signIn(user.getEmail(), PASSWORD);
        answer(as(first)
                .users()
                .updateUser()
                .userIdPath(user.getId())
                .body(new UserUpdate().password("another horse battery")));
        problem(get("/api/users/" + user.getId(), first), 401, "unauthenticated");

        var second = signIn(user.getEmail(), "another horse battery");
        answer(as(manager()).users().updateUser().userIdPath(user.getId()).body(new UserUpdate().role(Role.MANAGER)));
        problem(get("/api/users", second), 401, "unauthenticated");

        var third = signIn(user.getEmail(), "another horse battery");
        assertThat(get("/api/users", third).statusCode()).isEqualTo(200);
        answer(as(manager()).users().deleteUser().userIdPath(user.getId()));
        problem(get("/api/users", third), 401, "unauthenticated");
    }

    @Test
    void keepsTheLastManager() {
        var manager = manager();
        var one = as(manager).users();

        problem(answer(one.deleteUser().userIdPath(1)), 409, "last-manager");
        problem(answer(one.updateUser().userIdPath(1).body(new UserUpdate().role(Role.CUSTOMER))), 409, "last-manager");

        for (int round = 0; round < 5; round++) {
            var second = newcomer();
            answer(as(manager())
                    .users()
                    .updateUser()
                    .userIdPath(second.getId())
                    .body(new UserUpdate().role(Role.MANAGER)));
            var tokens = List.of(manager(), tokenOf(second));
            var ids = List.of(1L, second.getId());
            var statuses = Race.of(
                    2,
                    i -> answer(as(tokens.get(i))
                                    .users()
                                    .updateUser()
                                    .userIdPath(ids.get(1 - i))
                                    .body(new UserUpdate().role(Role.CUSTOMER)))
                            .statusCode());
            assertThat(statuses).containsOnlyOnce(200);
            database.update("UPDATE users SET role = 'manager' WHERE id = 1");
            database.update("UPDATE users SET role = 'customer' WHERE id <> 1");
        }
    }

    @Test
    void limitsHowOftenAPasswordIsGuessed() {
        var user = customer();
        var wrong = new Credentials().email(user.getEmail()).password("wrong");
        for (int i = 0; i < 5; i++) {
            problem(answer(users().signIn().body(wrong)), 401, "unauthenticated");
        }

        var refused = answer(users().signIn().body(wrong.password(PASSWORD)));

        problem(refused, 429, "too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("900");
        assertThat(signIn(customer().getEmail(), PASSWORD)).isNotEmpty();
    }

    @Test
    void refusesWhenTooManyPasswordsWaitToBeHashed() {
        var user = newcomer();
        var token = manager();

        var registrations = Race.of(
                100,
                i -> raw().contentType("application/json")
                        .body("{\"name\": \"Ada\", \"email\": \"%s\", \"password\": \"%s\"}"
                                .formatted(address(), PASSWORD))
                        .post("/api/users")
                        .statusCode());
        var changes = Race.of(
                100,
                i -> answer(as(token)
                                .users()
                                .updateUser()
                                .userIdPath(user.getId())
                                .body(new UserUpdate().password(PASSWORD)))
                        .statusCode());

        assertThat(registrations).contains(201, 429).isSubsetOf(201, 429);
        assertThat(changes).contains(200, 429).isSubsetOf(200, 429);
        assertThat(get("/api/tags", null).statusCode()).isEqualTo(200);
    }

    @Test
    void countsAnEmptyTokenAsNone() {
        assertThat(raw().header("Authorization", "Bearer ").get("/api/tags").statusCode())
                .isEqualTo(200);
        problem(raw().header("Authorization", "Bearer").get("/api/users"), 401, "unauthenticated");
    }

    /** A token as {@code shop.kontor.user.AccessTokens} makes it, or nearly so. */
    private static String token(Map<String, Object> header, Map<String, Object> claims, String secret) {
        try {
            var json = new JsonMapper();
            var base64 = Base64.getUrlEncoder().withoutPadding();
            var text = base64.encodeToString(json.writeValueAsBytes(header)) + "."
                    + base64.encodeToString(json.writeValueAsBytes(claims));
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return text + "." + base64.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Object> claims(User user) {
        var claims = new java.util.HashMap<String, Object>();
        claims.putAll(Map.of("sub", user.getId().toString(), "iss", "kontor", "aud", "kontor", "ver", 0));
        claims.put("exp", Instant.now().plusSeconds(600).getEpochSecond());
        return claims;
    }

    private static final Map<String, Object> HS256 = Map.of("alg", "HS256", "typ", "JWT");

    @Test
    void takesTokensOfTheSecretAndOfTheOneBefore() {
        var user = newcomer();
        var path = "/api/users/" + user.getId();

        assertThat(get(path, token(HS256, claims(user), GuardedKontorTest.SECRET))
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(path, token(HS256, claims(user), GuardedKontorTest.OLD_SECRET))
                        .statusCode())
                .isEqualTo(200);
        problem(get(path, token(HS256, claims(user), "some other secret of 32 bytes or more")), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "exp", "sub", "ver"})
    void refusesATokenWithAWrongOrMissingClaim(String claim) {
        var user = newcomer();
        var wrong = claims(user);
        wrong.put(
                claim,
                claim.equals("exp")
                        ? Instant.now().minusSeconds(60).getEpochSecond()
                        : claim.equals("ver") ? 7 : "999999999");
        var missing = claims(user);
        missing.remove(claim);

        problem(
                get("/api/users/" + user.getId(), token(HS256, wrong, GuardedKontorTest.SECRET)),
                401,
                "unauthenticated");
        problem(
                get("/api/users/" + user.getId(), token(HS256, missing, GuardedKontorTest.SECRET)),
                401,
                "unauthenticated");
    }

    @Test
    void refusesAnotherAlgorithmAndNone() {
        var user = newcomer();
        var path = "/api/users/" + user.getId();
        var none = token(Map.of("alg", "none"), claims(user), GuardedKontorTest.SECRET);

        problem(
                get(path, token(Map.of("alg", "HS512"), claims(user), GuardedKontorTest.SECRET)),
                401,
                "unauthenticated");
        problem(get(path, none), 401, "unauthenticated");
        problem(get(path, none.substring(0, none.lastIndexOf('.') + 1)), 401, "unauthenticated");
        problem(get(path, "x"), 401, "unauthenticated");
        problem(get(path, "x".repeat(7000)), 401, "unauthenticated");
    }

    @Test
    void tellsNobodyToKeepWhatIsAboutSomebody() {
        assertThat(get("/api/users/1", manager()).header("Cache-Control")).isEqualTo("no-store");
        assertThat(get("/api/users/1", null).header("Cache-Control")).isNull();
        assertThat(get("/api/tags/1", null).header("Cache-Control")).isNull();
    }
}
