package shop.kontor.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import shop.kontor.client.model.CategoryInput;
import shop.kontor.client.model.Order;
import shop.kontor.client.model.TagInput;
import shop.kontor.client.model.User;
import shop.kontor.contract.check.Spec;
import shop.kontor.contract.check.Spec.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tries every operation of the contract as everybody, on rows that are there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationAccessTest extends GuardedContractTest {

    private enum Caller {
        NOBODY,
        OWNER,
        ANOTHER,
        MANAGER
    }

    private static final int DONE = 200;
    private static final Set<Integer> DONE_OR_IN_CONFLICT = Set.of(200, 201, 204, 409);

    /** The status of each operation for each caller, {@link #DONE} for all that stand for more than a refusal. */
    private final Map<Operation, Map<Caller, Integer>> answers = new LinkedHashMap<>();

    @BeforeAll
    void tryEveryOperationAsEverybody() {
        for (var operation : Spec.INSTANCE.operations) {
            var statuses = new LinkedHashMap<Caller, Integer>();
            for (var caller : Caller.values()) {
                var status = send(operation, caller);
                statuses.put(caller, DONE_OR_IN_CONFLICT.contains(status) ? DONE : status);
            }
            answers.put(operation, statuses);
        }
    }

    @Test
    void everybodyMayDoWhatTheContractSaysAndNothingElse() {
        var surprises = answers.keySet().stream()
                .flatMap(operation -> surprises(operation, operation.node()).stream())
                .toList();

        System.out.printf(
                "access: %d operations x %d callers, %d surprises%n",
                answers.size(), Caller.values().length, surprises.size());
        assertThat(surprises).isEmpty();
        assertThat(answers).hasSize(Spec.INSTANCE.operations.size()).isNotEmpty();
    }

    static List<Operation> owned() {
        return Spec.INSTANCE.operations.stream()
                .filter(operation -> operation.node().has("x-owner"))
                .toList();
    }

    /** The control: if the contract named one owner less, this would be seen. */
    @ParameterizedTest
    @MethodSource("owned")
    void oneOwnerLessIsASurprise(Operation operation) {
        assertThat(surprises(operation, without(operation.node(), "x-owner"))).isNotEmpty();
    }

    private List<String> surprises(Operation operation, JsonNode rules) {
        return answers.get(operation).entrySet().stream()
                .filter(answer -> expected(rules, answer.getKey()) != answer.getValue())
                .map(answer -> "%s as %s: %d instead of %d"
                        .formatted(operation, answer.getKey(), answer.getValue(), expected(rules, answer.getKey())))
                .toList();
    }

    /** What the contract says; without an owner it would be for all who have signed in. */
    private static int expected(JsonNode rules, Caller caller) {
        if (isOpen(rules)) {
            return DONE;
        }
        return switch (caller) {
            case NOBODY -> 401;
            case OWNER -> rules.has("x-required-role") ? 403 : DONE;
            case ANOTHER -> rules.has("x-required-role") ? 403 : rules.has("x-owner") ? 404 : DONE;
            case MANAGER -> DONE;
        };
    }

    private static boolean isOpen(JsonNode rules) {
        var security = rules.path("security");
        return security.isArray()
                && (security.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty));
    }

    /** Parameters that require a role, of operations that are open without them. */
    static List<Arguments> parametersWithARole() {
        return Spec.INSTANCE.operations.stream()
                .flatMap(operation -> Spec.INSTANCE.parameters(operation).stream()
                        .filter(parameter -> parameter.has("x-required-role"))
                        .map(parameter -> arguments(
                                operation,
                                parameter.get("name").asString(),
                                Spec.INSTANCE
                                        .resolve(parameter.get("schema"))
                                        .path("example")
                                        .asString("true"))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("parametersWithARole")
    void aParameterWithARoleIsForThatRole(Operation operation, String name, String value) {
        var path = operation.path() + "?" + name + "=" + value;

        assertThat(isOpen(operation.node())).isTrue();
        assertThat(get(path, null).statusCode()).isEqualTo(401);
        assertThat(get(path, "void").statusCode()).isEqualTo(401);
        assertThat(get(path, tokenOf(newcomer())).statusCode()).isEqualTo(403);
        assertThat(as(raw(), tokenOf(newcomer())).head(path).statusCode()).isEqualTo(403);
        var answer = get(path, manager());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(String.join(", ", answer.headers().getValues("Vary"))).contains("Authorization");
        var open = get(operation.path(), "void");
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.header("Cache-Control")).isNull();
        assertThat(String.join(", ", open.headers().getValues("Vary"))).contains("Authorization");
    }

    private static JsonNode without(JsonNode operation, String member) {
        var copy = ((ObjectNode) operation).deepCopy();
        copy.remove(member);
        return copy;
    }

    /** What a caller is answered about a new user and new rows. */
    private int send(Operation operation, Caller caller) {
        var user = newcomer();
        var order = purchase(user);
        var path = operation
                .path()
                .replace("{user_id}", order.getUserId().toString())
                .replace("{product_id}", order.getItems().get(0).getProductId().toString())
                .replace("{id}", row(operation, order).toString());
        var request = as(raw(), token(caller, user));
        if (operation.node().has("requestBody")) {
            request.contentType("application/json").body(body(operation).getBytes(UTF_8));
        }
        return request.request(operation.method(), path).statusCode();
    }

    /** The contract's example, or what the owner may do. */
    private static String body(Operation operation) {
        if (operation.id().equals("setOrderStatus")) {
            return "{\"status\": \"cancelled\"}";
        }
        var schema = Spec.INSTANCE.resolve(operation.node().at("/requestBody/content/application~1json/schema"));
        return schema.get("example").toString();
    }

    /** The id of what an operation is about, unless it is the user. */
    private Long row(Operation operation, Order order) {
        var client = as(manager());
        return switch (operation.node().at("/tags/0").asString()) {
            case "Categories" ->
                client.categories()
                        .createCategory()
                        .body(new CategoryInput().categoryName(unique("Jackets")))
                        .executeAs(r -> r)
                        .getId();
            case "Tags" ->
                client.tags()
                        .createTag()
                        .body(new TagInput().tagName(unique("black")))
                        .executeAs(r -> r)
                        .getId();
            case "Shipping" ->
                client.shipping()
                        .createShippingMethod()
                        .body(parcel())
                        .executeAs(r -> r)
                        .getId();
            case "Users" -> session(new User().id(order.getUserId()));
            case "Products" -> order.getItems().get(0).getProductId();
            default -> order.getId();
        };
    }

    private String token(Caller caller, User user) {
        return switch (caller) {
            case NOBODY -> null;
            case OWNER -> tokenOf(user);
            case ANOTHER -> tokenOf(newcomer());
            case MANAGER -> manager();
        };
    }
}
