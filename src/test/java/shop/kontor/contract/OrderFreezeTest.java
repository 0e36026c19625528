package shop.kontor.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.OrderStatus;
import shop.kontor.client.model.User;
import shop.kontor.contract.check.CompleteBodies;
import shop.kontor.contract.check.Spec;
import shop.kontor.contract.check.Spec.Operation;
import shop.kontor.contract.check.Values;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * An order stays as it is, to the byte, whatever is changed or deleted elsewhere; only references to what is gone become null.
 * {@code ChangedSettingsTest} changes the settings.
 */
class OrderFreezeTest extends ContractTest {

    private static final Spec SPEC = Spec.INSTANCE;
    private static final Values VALUES = new Values(SPEC);

    /** Acts on the order itself, which are meant to change it. */
    private static final Set<String> ACTS = Set.of("setOrderStatus", "createPayment", "createRefund");

    /** The order's own id is none. */
    private static final Pattern REFERENCE = Pattern.compile("(\"\\w+_id\":)(\\d+|null)");

    /** What the order was made of, by the name that it has in addresses. */
    private final Map<String, Long> rows = new HashMap<>();

    private final CompleteBodies complete = new CompleteBodies(SPEC, rows);

    private Order order;
    private String before;

    @BeforeEach
    void buyEverythingThatAnOrderCanHave() {
        rows.put("categories", category().getId());
        rows.put("tags", tag().getId());
        rows.put("users", newcomer().getId());
        rows.put("sessions", created("signIn"));
        SPEC.operations.stream()
                .filter(operation -> operation.id().matches("create(?!Category|Tag)\\w+[^s]"))
                .filter(operation -> !operation.path().contains("{"))
                .forEach(operation -> rows.put(operation.path().split("/")[2], created(operation.id())));
        assertThat(send("setCartItem").statusCode()).isEqualTo(200);
        order = new Order().id(created("placeOrder"));
        answer(move(order, OrderStatus.PAID));
        var parcel = Values.with(complete.of(operation("setOrderStatus")), "status", StringNode.valueOf("shipped"));
        assertThat(send("PUT", "/api/orders/" + order.getId() + "/status", parcel)
                        .statusCode())
                .isEqualTo(200);
        before = now();
    }

    @Test
    void hasEverythingThatAnOrderCanHave() {
        assertThat(complete.missing(SPEC.at("/components/schemas/Order"), Spec.json(before.getBytes(UTF_8)), ""))
                .isEmpty();
    }

    @Test
    void changesWithNothingElse() {
        writes(operation -> !operation.method().equals("DELETE")).forEach(operation -> {
            var statuses = bodies(operation).stream()
                    .map(body -> {
                        var answer = send(operation.method(), path(operation), body);
                        isAsBefore(operation + " " + body);
                        cancelOther(operation, answer);
                        return answer.statusCode();
                    })
                    .toList();
            assertThat(statuses).as(operation.id()).anyMatch(status -> status < 300);
        });
        writes(operation -> operation.method().equals("DELETE")).forEach(operation -> {
            var answer = send(operation.method(), path(operation), null);
            var refused = operation.path().contains("/cart/") ? 404 : 409;
            assertThat(answer.statusCode()).as(operation + answer.asString()).isIn(200, 204, refused);
            isAsBefore(operation.id());
        });
        assertThat(now()).contains("\"user_id\":null");
    }

    @Test
    void isSeenToChange() {
        database.update("UPDATE order_items SET price = price + 0.01 WHERE order_id = ?", order.getId());
        assertThatThrownBy(() -> isAsBefore("a price")).isInstanceOf(AssertionError.class);
        database.update(
                "UPDATE order_items SET price = price - 0.01, product_id = 1 WHERE order_id = ?", order.getId());
        assertThatThrownBy(() -> isAsBefore("a reference")).isInstanceOf(AssertionError.class);
    }

    private String now() {
        return raw().get("/api/orders/" + order.getId()).asString();
    }

    private void isAsBefore(String change) {
        var now = now();
        assertThat(REFERENCE.matcher(now).replaceAll("$1null"))
                .as(change)
                .isEqualTo(REFERENCE.matcher(before).replaceAll("$1null"));
        var were = references(before);
        var are = references(now);
        for (int i = 0; i < were.size(); i++) {
            assertThat(are.get(i)).as(change).isIn(were.get(i), "null");
        }
    }

    private static List<String> references(String json) {
        return REFERENCE
                .matcher(json)
                .results()
                .map(reference -> reference.group(2))
                .toList();
    }

    /** What changes or deletes anything but the order: carts first, which need products that are for sale, and the buyer last. */
    private static Stream<Operation> writes(Predicate<Operation> kind) {
        return SPEC.operations.stream()
                .filter(operation -> !operation.method().equals("GET") && !ACTS.contains(operation.id()))
                .filter(kind)
                .sorted(Comparator.comparing(
                                (Operation operation) -> operation.id().equals("deleteUser"))
                        .thenComparing(operation -> !operation.path().startsWith("/api/users/{user_id}/")));
    }

    /** An open order would keep its buyer from being deleted. */
    private void cancelOther(Operation operation, Response answer) {
        if (operation.id().equals("placeOrder") && answer.statusCode() == 201) {
            answer(move(answer.as(Order.class), OrderStatus.CANCELLED));
        }
    }

    /** What is on the edge of each member, and the largest change. */
    private List<JsonNode> bodies(Operation operation) {
        if (operation.id().equals("placeOrder")) {
            database.update("DELETE FROM cart_items WHERE user_id = ?", rows.get("users"));
            put(new User().id(rows.get("users")), product(lamp()), 1);
        }
        var bodies = new ArrayList<JsonNode>();
        if (operation.method().equals("PUT") && operation.node().has("requestBody")) {
            var schema = SPEC.resolve(operation.node().at("/requestBody/content/application~1json/schema"));
            schema.get("properties")
                    .properties()
                    .forEach(member -> VALUES.edges(member.getValue())
                            .forEach(edge -> bodies.add(Values.with(VALUES.allowed(schema), member.getKey(), edge))));
        }
        bodies.add(complete.of(operation));
        return bodies;
    }

    private static Operation operation(String id) {
        return SPEC.operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private long created(String operation) {
        var answer = send(operation);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.jsonPath().getLong("id");
    }

    private Response send(String operation) {
        return send(operation(operation).method(), path(operation(operation)), complete.of(operation(operation)));
    }

    private Response send(String method, String path, JsonNode body) {
        var request = raw();
        if (body != null) {
            request.contentType("application/json").body(body.toString().getBytes(UTF_8));
        }
        return request.request(method, path);
    }

    /** The address of one of the rows; an error if the test has none for it. */
    private String path(Operation operation) {
        var path = operation.path();
        for (var name : List.of("user", "product")) {
            path = path.replace("{" + name + "_id}", String.valueOf(rows.get(name + "s")));
        }
        if (path.contains("{")) {
            assertThat(rows).as(operation.id()).containsKey(path.split("/")[2]);
            path = path.replace("{id}", String.valueOf(rows.get(path.split("/")[2])));
        }
        assertThat(path).as(operation.id()).doesNotContain("{", "null");
        return path;
    }
}
