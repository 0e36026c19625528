package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import shop.kontor.client.model.Address;
import shop.kontor.client.model.Credentials;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderInput;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.OrderStatusInput;
import shop.kontor.client.model.Problem;
import shop.kontor.client.model.Role;
import shop.kontor.client.model.StockMovement;
import shop.kontor.client.model.UserUpdate;

/** What nobody, a customer and a manager may do, beyond what {@link OperationAccessTest} tries of every operation. */
@Import(AccessTest.Uncovered.class)
class AccessTest extends GuardedContractTest {

    /** An operation that somebody wrote without the contract. */
    @TestConfiguration
    @RestController
    static class Uncovered {

        @GetMapping("/api/uncovered")
        String answer() {
            return "for nobody";
        }

        @PatchMapping("/api/tags")
        String change() {
            return "for nobody";
        }

        /** As a library might add it. */
        @Bean
        RouterFunction<ServerResponse> route() {
            return RouterFunctions.route()
                    .GET("/actuator", request -> ServerResponse.ok().body("for nobody"))
                    .build();
        }
    }

    @Test
    void deniesWhatNoRuleCovers() {
        for (var token : Arrays.asList(null, tokenOf(newcomer()), manager())) {
            problem(get("/api/uncovered", token), 403, "forbidden");
            problem(get("/actuator", token), 403, "forbidden");
            problem(as(raw(), token).patch("/api/tags"), 403, "forbidden");
            assertThat(as(raw(), token).head("/api/uncovered").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void saysToEverybodyThatNothingIsThere() {
        for (var token : Arrays.asList(null, tokenOf(newcomer()), manager())) {
            problem(get("/api/nothing", token), 404, "not-found");
            problem(get("/.well-known/oauth-protected-resource", token), 404, "not-found"); // Spring Security's own
            problem(get("/sdk/nothing", token), 404, "not-found");
            var refused = as(raw(), token).delete("/api/users");
            problem(refused, 405, "method-not-allowed");
            assertThat(refused.header("Allow")).contains("GET", "POST");
        }
    }

    @Test
    void asksWhoSendsAHeadAsOfAGet() {
        assertThat(raw().head("/api/users").statusCode()).isEqualTo(401);
        assertThat(as(raw(), tokenOf(newcomer())).head("/api/users").statusCode())
                .isEqualTo(403);
        assertThat(as(raw(), manager()).head("/api/users").statusCode()).isEqualTo(200);
        assertThat(raw().head("/api/tags").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/front-page.css",
                "/openapi.yaml",
                "/insomnia-collection.json",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/swagger-ui/swagger-initializer.js"
            })
    void showsItsPagesToEverybody(String path) {
        assertThat(get(path, null).statusCode()).isEqualTo(200);
    }

    @Test
    void answersAnothersAsOneThatIsNotThere() {
        var other = newcomer();
        var token = tokenOf(newcomer());

        var others = get("/api/users/" + other.getId(), token).as(Problem.class);
        var nobodys = get("/api/users/999999999", token).as(Problem.class);

        assertThat(others)
                .usingRecursiveComparison()
                .ignoringFields("traceId")
                .isEqualTo(nobodys.detail(
                        nobodys.getDetail().replace("999999999", other.getId().toString())));
    }

    @Test
    void takesTheRoleOfACustomerBackAsItIs() {
        var customer = customer();
        var token = signIn(customer.getEmail(), PASSWORD);

        var answer = answer(as(token)
                .users()
                .updateUser()
                .userIdPath(customer.getId())
                .body(new UserUpdate().name("Lovelace").role(Role.CUSTOMER)));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("name")).isEqualTo("Lovelace");
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
    void showsWhereAnOrderIsShippedToItsBuyerAndToManagersOnly() {
        var user = newcomer();
        purchase(user);
        var input = new OrderInput()
                .shipTo(new Address()
                        .name("Ada")
                        .lines(List.of("1"))
                        .city("Wien")
                        .country("AT"))
                .email("ada@example.com")
                .phone("123");
        var order = as(tokenOf(user))
                .orders()
                .placeOrder()
                .userIdPath(user.getId())
                .body(input)
                .executeAs(r -> r.then().statusCode(201).extract().response());
        var path = "/api/orders/" + order.getId();

        for (var token : List.of(tokenOf(user), manager())) {
            assertThat(get(path, token).as(Order.class).getShipTo()).isEqualTo(input.getShipTo());
        }
        problem(get(path, tokenOf(newcomer())), 404, "not-found");
        problem(get(path, null), 401, "unauthenticated");
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
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 900);
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
    void tellsNobodyToKeepWhatIsAboutSomebody() {
        assertThat(get("/api/users/1", manager()).header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(get("/api/users/1", null).header("Cache-Control")).isNull();
        assertThat(get("/api/tags/1", null).header("Cache-Control")).isNull();
        assertThat(get("/api/users/1", tokenOf(newcomer())).header("Cache-Control"))
                .isEqualTo("private, no-store");
    }
}
