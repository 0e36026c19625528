package shop.kontor.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.kontor.contract.check.Spec;
import shop.kontor.contract.check.Values;
import shop.kontor.problem.InvalidRequest;
import tools.jackson.databind.JsonNode;

/** Bodies are as long as an operation can need, and JSON; what is wrong with them is told in a bounded answer. */
class BodiesContractTest extends ContractTest {

    private static final Spec SPEC = Spec.INSTANCE;
    private static final int IMPORT = 4 * 1024 * 1024;

    private static Stream<Spec.Operation> operations() {
        return SPEC.operations.stream().filter(operation -> operation.node().has("requestBody"));
    }

    private static JsonNode schema(Spec.Operation operation) {
        return SPEC.resolve(operation.node().at("/requestBody/content/application~1json/schema"));
    }

    private Response send(Spec.Operation operation, String body) {
        return raw().contentType("application/json")
                .body(body.getBytes(UTF_8))
                .request(operation.method(), operation.path().replaceAll("\\{\\w+}", "999999999"));
    }

    /** The largest value on a line for each member and item, and with every character escaped. */
    private static String wasteful(JsonNode value, String margin) {
        var inner = margin + "    ";
        if (value.isObject()) {
            return value.properties().stream()
                    .map(member -> inner + escaped(member.getKey()) + " : " + wasteful(member.getValue(), inner))
                    .collect(Collectors.joining(",", "{", margin + "}"));
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(item -> inner + wasteful(item, inner))
                    .collect(Collectors.joining(",", "[", margin + "]"));
        }
        return value.isString() ? escaped(value.asString()) : value.toString();
    }

    /** Of a batch as many rows as it may have, which are short: many of the largest are more than it may have in bytes. */
    private static String largest(Spec.Operation operation) {
        var schema = schema(operation);
        var isBatch = schema.path("type").asString().equals("array");
        return wasteful(isBatch ? new Values(SPEC).longest(schema) : Values.largest(SPEC, schema), "\r\n");
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(c -> "\\u%04x".formatted(c)).collect(Collectors.joining("", "\"", "\""));
    }

    @TestFactory
    Stream<DynamicTest> takesTheLargestValueHoweverItIsWritten() {
        return operations()
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    var largest = largest(operation);

                    var answer = send(operation, largest);

                    assertThat(largest.length()).isLessThan(IMPORT);
                    assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201, 400, 401, 404, 409);
                    if (answer.statusCode() == 400) {
                        assertThat(faults(answer))
                                .allMatch(fault ->
                                        fault.matches("\\S+ (unknown_reference|too_common|format|not_applicable)"));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> refusesMoreThanAnOperationCanNeed() {
        return operations()
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    var most = operation.id().equals("createProducts") ? IMPORT : 1536 * 1024;

                    problem(send(operation, " ".repeat(most + 1)), 413, "too-large");
                }));
    }

    @ParameterizedTest
    @CsvSource({"/api/sessions, 8192", "/api/users/1/cart/items/1, 8192", "/api/tags, 8192", "/nothing, 8192"})
    void refusesSomeKibibytesWhereNobodyNeedsMore(String path, int most) {
        var method = path.endsWith("items/1") ? "PUT" : "POST";

        problem(
                raw().contentType("application/json").body(" ".repeat(most + 1)).request(method, path),
                413,
                "too-large");
        assertThat(raw().contentType("application/json")
                        .body(" ".repeat(most))
                        .request(method, path)
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void namesAsManyFaultsAsTheContractSays() {
        var most = SPEC.at("/components/schemas/Problem/properties/errors/maxItems")
                .asInt();
        var rows = IntStream.range(0, 50_000).mapToObj(i -> "\"" + i + "\":0").collect(Collectors.joining(","));
        var answers = List.of(
                post("/api/product-batches", "[{" + rows + "}]"),
                post("/api/product-batches", "[" + "{},".repeat(999) + "{}]"),
                post("/api/product-batches", "[" + ("{\"tagIds\":[" + "0,".repeat(99) + "0]},").repeat(999) + "{}]"));

        assertThat(InvalidRequest.MOST).isEqualTo(most);
        for (var answer : answers) {
            assertThat(problem(answer, 400, "invalid-request").getErrors()).hasSizeBetween(1, most);
            assertThat(answer.asByteArray().length).isLessThan(most * 300);
        }
    }

    @Test
    void repeatsOnlyTheBeginningOfWhatItDoesNotKnow() {
        var name = "\ud83d\ude00".repeat(2000);
        var answers = List.of(
                post("/api/product-batches", "[{\"" + name + "\": 1}]"),
                post("/api/product-batches", "[{\"" + name + "\": 1, \"" + name + "\": 2}]"),
                post("/api/product-batches", "[{\"x\\ud800\": 1}]"),
                raw().get("/api/tags?" + "%F0%9F%98%80".repeat(500) + "=1"),
                raw().get("/api/products?tag_id=" + "x,".repeat(3000)));
        for (var answer : answers) {
            assertThat(problem(answer, 400, "invalid-request").getErrors()).hasSizeLessThanOrEqualTo(3);
            assertThat(answer.asByteArray().length).isLessThan(2000);
        }
    }

    private Response post(String path, String body) {
        return raw().contentType("application/json").body(body.getBytes(UTF_8)).post(path);
    }
}
