package shop.kontor.contract.style;

import static shop.kontor.contract.style.StyleRule.holds;
import static shop.kontor.contract.style.StyleRule.holdsUnless;
import static shop.kontor.contract.style.StyleRule.objects;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.kontor.contract.check.Spec;
import tools.jackson.databind.JsonNode;

/** Holds the contract's schemas to the house style: what comes in is bounded, and everything is explained. */
class SchemaStyleTest {

    private static final String SNAKE_CASE = "[a-z][a-z0-9]*(_[a-z0-9]+)*";

    @Test
    void membersAreInSnakeCaseSaveTagIds() {
        holds(
                spec -> objects(spec).values().stream()
                        .flatMap(schema -> schema.path("properties").propertyNames().stream())
                        .filter(name -> !name.matches(SNAKE_CASE) && !name.equals("tagIds"))
                        .toList(),
                "        has_more_products:",
                "        hasMoreProducts:");
    }

    @Test
    void parametersAreInSnakeCase() {
        StyleRule rule = spec -> parameters(spec)
                .filter(parameter -> !parameter.get("in").asString().equals("header"))
                .map(parameter -> parameter.get("name").asString())
                .filter(name -> !name.matches(SNAKE_CASE))
                .toList();
        holds(rule, "name: price_min", "name: priceMin");
        holds(rule, "name: id\n", "name: Id\n");
    }

    @Test
    void textThatComesInIsBounded() {
        StyleRule rule = incoming("string", s -> s.has("maxLength") || s.has("enum") || is(s, "format", "date-time"));
        holds(rule, "      minLength: 1\n      maxLength: 255\n", "");
        holds(rule, "maxLength: 2000", "minLength: 1");
    }

    @Test
    void numbersThatComeInAreBounded() {
        StyleRule rule = incoming("integer|number", schema -> schema.has("minimum") && schema.has("maximum"));
        holds(rule, "      minimum: 0\n      maximum: 2147483647\n", "      minimum: 0\n");
        holds(rule, "      minimum: 0\n      maximum: 99999999.99\n", "      maximum: 99999999.99\n");
    }

    @Test
    void listsThatComeInAreBounded() {
        StyleRule rule = incoming("array", schema -> schema.has("maxItems"));
        holds(rule, "            maxItems: 20\n", "");
        holds(rule, "              minItems: 1\n              maxItems: 1000\n", "");
        holdsUnless(rule, "/components/schemas/ProductInput/properties/tagIds/maxItems", null);
    }

    @Test
    void schemasAreReadAlikeByAllValidators() {
        StyleRule rule = spec -> objects(spec).entrySet().stream()
                .filter(schema -> schema.getValue().propertyNames().stream()
                                .anyMatch(name -> name.matches("allOf|oneOf|anyOf|not|multipleOf"))
                        || schema.getValue().has("nullable")
                                && !schema.getValue().has("type"))
                .map(Map.Entry::getKey)
                .toList();
        holds(
                rule,
                "      properties:\n        tag_name: { $ref: '#/components/schemas/Name' }\n",
                "      allOf:\n        - $ref: '#/components/schemas/Name'\n");
        holds(rule, "x-decimals: 2", "multipleOf: 0.01");
        holds(rule, "      type: object\n      nullable: true\n", "      nullable: true\n");
    }

    @Test
    void bodiesThatComeInHaveAnExample() {
        StyleRule rule = spec -> bodies(spec).entrySet().stream()
                .filter(body -> !spec.resolve(body.getValue()).has("example"))
                .map(Map.Entry::getKey)
                .toList();
        holds(rule, "      example: { tag_name: black }\n", "");
        holds(rule, "              example:\n", "              x-example:\n");
    }

    @Test
    void examplesAreAsTheirSchemasSay() {
        StyleRule rule = spec -> objects(spec).entrySet().stream()
                .filter(node -> node.getValue().has("example"))
                .flatMap(node -> spec
                        .validate(
                                node.getValue().has("schema") ? node.getKey() + "/schema" : node.getKey(),
                                node.getValue().get("example"))
                        .stream()
                        .map(fault -> node.getKey() + fault))
                .toList();
        holds(rule, "example: { tag_name: black }", "example: { tag_name: 6 }");
        holdsUnless(rule, "/components/responses/NotFound/content/application~1problem+json/example/status", "404");
    }

    @Test
    void enumsInTheQueryAreComponentsSoThatTheirClassesHaveAName() {
        StyleRule rule = spec -> parameters(spec)
                .map(parameter -> parameter.get("schema"))
                .filter(schema -> schema.has("enum") || schema.path("items").has("enum"))
                .toList();
        var named = "schema: { $ref: '#/components/schemas/ProductSort' }";
        holds(rule, named, "schema: { type: string, enum: [id, price] }");
        holds(rule, named, "schema: { type: array, items: { type: string, enum: [id, price] } }");
    }

    @Test
    void everyMemberIsDescribedOrShownInAnExample() {
        holdsUnless(
                spec -> objects(spec).entrySet().stream()
                        .filter(schema -> !schema.getValue().has("example"))
                        .flatMap(schema -> schema.getValue().path("properties").properties().stream()
                                .filter(member -> !isExplained(spec, member.getValue()))
                                .map(member -> schema.getKey() + "/" + member.getKey()))
                        .toList(),
                "/components/schemas/FieldError/properties/detail/description",
                null);
    }

    @Test
    void integersHaveAFormatAndNumbersHaveNoneSoThatMoneyIsExact() {
        StyleRule rule = spec -> objects(spec).entrySet().stream()
                .filter(schema ->
                        is(schema.getValue(), "type", "integer") && !is(schema.getValue(), "format", "int32|int64")
                                || is(schema.getValue(), "type", "number")
                                        && schema.getValue().has("format"))
                .map(Map.Entry::getKey)
                .toList();
        holds(rule, "ids:\n          type: array", "ids:\n          type: integer");
        holds(rule, "type: number\n", "type: number\n      format: double\n");
    }

    @Test
    void typesAreSingleAsInOpenApi30() {
        holds(
                spec -> objects(spec).entrySet().stream()
                        .filter(schema ->
                                schema.getValue().path("type").isArray() || is(schema.getValue(), "type", "null"))
                        .map(Map.Entry::getKey)
                        .toList(),
                "title: { type: string }",
                "title: { type: [string, 'null'] }");
    }

    /** The schemas of some types, among those of what comes in, that are not as they should be. */
    private static StyleRule incoming(String types, Predicate<JsonNode> rule) {
        return spec -> incoming(spec).entrySet().stream()
                .filter(schema -> is(schema.getValue(), "type", types) && !rule.test(schema.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The schemas of all parameters and bodies, and what they are made of, by where they stand. */
    private static Map<String, JsonNode> incoming(Spec spec) {
        var found = new LinkedHashMap<String, JsonNode>();
        bodies(spec).forEach((operation, body) -> collect(spec, operation, body, found));
        spec.operations.forEach(operation -> spec.parameters(operation)
                .forEach(p -> collect(spec, operation + "?" + p.get("name").asString(), p.get("schema"), found)));
        return found;
    }

    private static void collect(Spec spec, String at, JsonNode reference, Map<String, JsonNode> found) {
        var schema = spec.resolve(reference);
        found.put(at, schema);
        schema.path("properties")
                .properties()
                .forEach(member -> collect(spec, at + "/" + member.getKey(), member.getValue(), found));
        if (schema.has("items")) {
            collect(spec, at + "/items", schema.get("items"), found);
        }
    }

    private static Map<String, JsonNode> bodies(Spec spec) {
        var bodies = new LinkedHashMap<String, JsonNode>();
        spec.operations.forEach(operation -> spec.resolve(operation.node().path("requestBody"))
                .path("content")
                .properties()
                .forEach(
                        content -> bodies.put(operation.id(), content.getValue().get("schema"))));
        return bodies;
    }

    private static Stream<JsonNode> parameters(Spec spec) {
        return spec.operations.stream().flatMap(operation -> spec.parameters(operation).stream());
    }

    private static boolean isExplained(Spec spec, JsonNode member) {
        return Stream.of(member, spec.resolve(member))
                .anyMatch(schema -> schema.has("description") || schema.has("example"));
    }

    private static boolean is(JsonNode schema, String keyword, String values) {
        return schema.path(keyword).asString("").matches(values);
    }
}
