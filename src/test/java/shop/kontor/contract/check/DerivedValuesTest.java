package shop.kontor.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import shop.kontor.client.model.FieldError;
import shop.kontor.contract.ContractTest;
import shop.kontor.contract.check.Spec.Operation;
import shop.kontor.contract.check.Values.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Every value that the contract forbids is refused and named, every value on the edge of it is taken: all derived. */
class DerivedValuesTest extends ContractTest {

    private static final Spec SPEC = Spec.INSTANCE;
    private static final Values VALUES = new Values(SPEC);
    /** Rules of JSON Schema; other codes speak of rows and cursors. */
    private static final List<String> RULES = List.of(
            "type",
            "enum",
            "minimum",
            "maximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "minItems",
            "maxItems",
            "required");

    /** A request that differs from a good one in one place, which the server names so. */
    private record Request(
            Operation operation, String place, Value value, JsonNode body, Map<String, String> parameters) {

        String name() {
            return operation.id() + " " + place + ": " + value;
        }
    }

    /** The rows that requests are about, by what they are; those that are refused can share them. */
    private final Map<String, Long> shared = new HashMap<>();

    private List<Map<String, Object>> before = List.of();

    @TestFactory
    Stream<DynamicTest> refusesWhatIsForbidden() {
        before = contents();
        return requests(true)
                .map(request -> DynamicTest.dynamicTest(request.name(), () -> {
                    var ready = prepare(request, this::shared);

                    var answer = ready.get();

                    var faults = problem(answer, 400, "invalid-request").getErrors();
                    assertThat(faults).as(answer.asString()).anySatisfy(fault -> {
                        assertThat(place(fault, request)).isEqualTo(request.place());
                        assertThat(fault.getCode()).isEqualTo(request.value().rule());
                    });
                    assertThat(faults)
                            .allSatisfy(
                                    fault -> assertThat(place(fault, request)).isEqualTo(request.place()));
                    var was = before;
                    before = contents();
                    assertThat(before).isEqualTo(was);
                }));
    }

    private long shared(String kind, LongSupplier row) {
        var known = shared.get(kind);
        if (known == null) {
            known = row.getAsLong();
            shared.put(kind, known);
            before = contents();
        }
        return known;
    }

    private static long fresh(String kind, LongSupplier row) {
        return row.getAsLong();
    }

    /** Gives the id of a row. */
    @FunctionalInterface
    private interface Rows {

        long id(String kind, LongSupplier row);
    }

    @TestFactory
    Stream<DynamicTest> takesWhatIsOnTheEdge() {
        return requests(false)
                .map(request -> DynamicTest.dynamicTest(request.name(), () -> {
                    var answer = prepare(request, DerivedValuesTest::fresh).get();

                    if (answer.statusCode() == 400) {
                        assertThat(problem(answer, 400, "invalid-request").getErrors())
                                .as(answer.asString())
                                .extracting(FieldError::getCode)
                                .doesNotContainAnyElementsOf(RULES);
                    } else {
                        assertThat(answer.statusCode())
                                .as(answer.asString())
                                .isIn(200, 201, 204, 404, 412, refusal(request));
                    }
                }));
    }

    /** What may be refused all the same, but not for the form of what was sent. */
    private static int refusal(Request request) {
        if (request.place().equals("Idempotency-Key")) {
            return 422; // others have sent the same
        }
        return switch (request.operation().id()) {
            case "signIn" -> 401;
            case "placeOrder", "setOrderStatus", "adjustStock", "updateProduct", "createPayment", "createRefund" -> 409;
            case "deleteProduct", "deleteUser" -> 409; // the first one may be sold, or have an open order
            default -> 200;
        };
    }

    @TestFactory
    Stream<DynamicTest> takesTheExamplesOfTheContract() {
        return bodies().map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
            var example = schema(operation).get("example");

            var request = new Request(operation, "", null, unique(operation, example), Map.of());
            var answer = prepare(request, DerivedValuesTest::fresh).get();

            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        }));
    }

    @Test
    void derivesValuesForEveryOperationThatTakesAny() {
        assertThat(requests(true).map(r -> r.operation().id()).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(SPEC.operations.stream()
                        .filter(operation -> !SPEC.parameters(operation).isEmpty()
                                || operation.node().has("requestBody"))
                        .map(Operation::id)
                        .toList());
        assertThat(requests(true).count()).isGreaterThan(SPEC.operations.size() * 5L);
    }

    private Stream<Request> requests(boolean forbidden) {
        var parameters = SPEC.operations.stream()
                .flatMap(operation -> SPEC.parameters(operation).stream()
                        .flatMap(parameter -> values(parameter.get("schema"), forbidden)
                                .filter(value -> isText(parameter, value))
                                .map(value -> new Request(
                                        operation,
                                        parameter.get("name").asString(),
                                        value,
                                        null,
                                        Map.of(parameter.get("name").asString(), text(value.json()))))));
        return Stream.concat(parameters, bodies().flatMap(operation -> bodyRequests(operation, forbidden)));
    }

    private Stream<Request> bodyRequests(Operation operation, boolean forbidden) {
        var schema = schema(operation);
        var isList = schema.path("type").asString().equals("array");
        var row = isList ? SPEC.resolve(schema.get("items")) : schema;
        var good = VALUES.allowed(row);
        var requests = new ArrayList<Request>();
        row.get("properties")
                .properties()
                .forEach(property -> values(property.getValue(), forbidden).forEach(value -> {
                    var place = (isList ? "#/0/" : "#/") + property.getKey();
                    requests.add(request(
                            operation, place, value, Values.with(good, property.getKey(), value.json()), isList));
                }));
        if (forbidden) {
            row.path("required")
                    .forEach(name -> requests.add(request(
                            operation,
                            (isList ? "#/0/" : "#/") + name.asString(),
                            new Value("required", StringNode.valueOf("")),
                            Values.with(good, name.asString(), null),
                            isList)));
        }
        if (forbidden) {
            unknown(operation, row)
                    .forEach((name, rule) -> requests.add(request(
                            operation,
                            (isList ? "#/0/" : "#/") + name,
                            new Value(rule, DecimalNode.valueOf(BigDecimal.TEN.negate())),
                            Values.with(good, name, DecimalNode.valueOf(BigDecimal.TEN.negate())),
                            isList)));
        }
        if (isList) {
            var place = "#";
            (forbidden ? VALUES.lengths(schema).stream() : values(schema, false))
                    .forEach(value -> requests.add(new Request(operation, place, value, value.json(), Map.of())));
        }
        return requests.stream();
    }

    /** Members that are not in the schema, and the rule they break: nobody's, misspelt, and only to be read. */
    private static Map<String, String> unknown(Operation operation, JsonNode row) {
        var unknown = new LinkedHashMap<String, String>();
        unknown.put("no_such_member", "unknown_member");
        row.get("properties").properties().forEach(property -> unknown.put(property.getKey() + "s", "unknown_member"));
        operation.node().path("x-read-back").forEach(name -> unknown.put(name.asString(), "read_only"));
        return unknown;
    }

    private static Request request(Operation operation, String place, Value value, JsonNode row, boolean isList) {
        var body = isList
                ? new tools.jackson.databind.json.JsonMapper().createArrayNode().add(row)
                : row;
        return new Request(operation, place, value, body, Map.of());
    }

    private static Stream<Value> values(JsonNode schema, boolean forbidden) {
        return forbidden
                ? VALUES.forbidden(schema).stream()
                : VALUES.edges(schema).stream().map(edge -> new Value("edge", edge));
    }

    /** In an address everything is text, so null and other types of what is text anyway can't be sent. */
    private static boolean isText(JsonNode parameter, Value value) {
        if (value.json().isNull() || value.json().isObject()) {
            return false;
        }
        var type = SPEC.resolve(parameter.get("schema")).path("type").asString();
        var text = text(value.json());
        return !(type.equals("string") && value.rule().equals("type"))
                && !(type.equals("array") && (text.isEmpty() || text.equals("null")))
                && !(parameter.get("in").asString().equals("header") && text.isBlank())
                && !text.contains("\u0000");
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(DerivedValuesTest::text).collect(Collectors.joining(","))
                : value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
    }

    /** Parts of arrays and objects are at fault within them; the test is content with the array or object. */
    private static String place(FieldError fault, Request request) {
        if (fault.getParameter() != null) {
            return fault.getParameter();
        }
        return fault.getPointer().startsWith(request.place() + "/") ? request.place() : fault.getPointer();
    }

    /** Makes the row that the request is about; the request is sent later. */
    private Supplier<Response> prepare(Request request, Rows rows) {
        var operation = request.operation();
        var path = operation.path();
        var sent = raw();
        var parameters = new LinkedHashMap<>(request.parameters());
        if (path.contains("{user_id}")) {
            var given = parameters.remove("user_id");
            var buyer = operation.id().equals("placeOrder") && !request.place().equals("user_id");
            var id = given != null
                    ? given.equals("1") ? "3" : given
                    : String.valueOf(
                            buyer
                                    ? rows.id("buyer", this::buyer)
                                    : rows.id("user", () -> newcomer().getId()));
            path = path.replace("{user_id}", URLEncoder.encode(id, UTF_8));
        }
        if (path.contains("{product_id}")) {
            var given = parameters.remove("product_id");
            path = path.replace(
                    "{product_id}",
                    URLEncoder.encode(
                            given != null
                                    ? given
                                    : String.valueOf(rows.id(
                                            "products", () -> product(lamp()).getId())),
                            UTF_8));
        }
        if (path.contains("{id}")) {
            var given = parameters.remove("id");
            if (given != null && !operation.method().equals("GET") && !path.contains("users")) {
                sent.header("If-Match", "\"never\""); // the row may be one that others need
            }
            var id = given != null ? given : String.valueOf(id(path.split("/")[2], rows));
            path = path.replace("{id}", URLEncoder.encode(id, UTF_8));
        }
        if (request.body() != null) {
            sent.contentType("application/json")
                    .body(unique(operation, request.body()).toString().getBytes(UTF_8));
        } else if (operation.node().has("requestBody")) {
            sent.contentType("application/json")
                    .body(unique(operation, VALUES.allowed(schema(operation)))
                            .toString()
                            .getBytes(UTF_8));
        }
        for (var header : List.of("If-Match", "Idempotency-Key")) {
            if (parameters.containsKey(header)) {
                sent.header(header, parameters.remove(header));
            }
        }
        var query = parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var address = path + (query.isEmpty() ? "" : "?" + query);
        return () -> sent.request(operation.method(), address);
    }

    private long id(String collection, Rows rows) {
        return rows.id(collection, () -> switch (collection) {
            case "tags" -> tag().getId();
            case "categories" -> category().getId();
            case "orders" -> paidOrder();
            case "shipping-methods" -> shippingMethod().getId();
            default -> product(lamp()).getId();
        });
    }

    /** A user with a cart that can be ordered. */
    private long buyer() {
        var buyer = newcomer();
        put(buyer, product(lamp()), 2);
        return buyer.getId();
    }

    /** An order that can be shipped or refunded. */
    private long paidOrder() {
        var order = order();
        assertThat(pay(order, transfer(order.getTotal().toPlainString())).statusCode())
                .isEqualTo(201);
        return order.getId();
    }

    /** Names of categories and tags, and SKUs, are unique, so a good one is made new each time, as long as it was. */
    private static JsonNode unique(Operation operation, JsonNode body) {
        if (body.isArray()) {
            var rows = JsonNodeFactory.instance.arrayNode();
            body.forEach(row -> rows.add(unique(operation, row)));
            return rows;
        }
        for (var member : List.of("category_name", "tag_name", "sku")) {
            var name = body.path(member).asString("");
            if (name.matches("x{1,255}") || name.matches("Jackets|black")) {
                var fresh = UUID.randomUUID().toString().replace("-", "") + "x".repeat(255);
                return Values.with(body, member, StringNode.valueOf(fresh.substring(0, Math.max(name.length(), 32))));
            }
        }
        var email = body.path("email").asString("");
        if (operation.path().startsWith("/api/users")
                && email.matches("ada@example.com|x@x.com|x@x{61}.*\\.com")
                && email.length() < 255) {
            var fresh = UUID.randomUUID().toString();
            return Values.with(
                    body,
                    "email",
                    StringNode.valueOf(
                            email.length() < 40 ? address() : "x@" + fresh + email.substring(2 + fresh.length())));
        }
        return body;
    }

    private static Stream<Operation> bodies() {
        return SPEC.operations.stream().filter(operation -> operation.node().has("requestBody"));
    }

    private static JsonNode schema(Operation operation) {
        return SPEC.resolve(operation.node().at("/requestBody/content/application~1json/schema"));
    }

    private List<Map<String, Object>> contents() {
        return database.queryForList(
                "CHECKSUM TABLE categories, products, tags, product_tags, product_words, shipping_methods, users, cart_items, orders, order_items, stock_movements, idempotency_keys");
    }
}
