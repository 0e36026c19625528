package shop.kontor.contract.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import shop.kontor.contract.ContractTest;
import shop.kontor.contract.check.Spec.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies with all members that the contract has, from its examples.
 *
 * @param rows what they refer to, by the name that it has in addresses
 */
public record CompleteBodies(Spec spec, Map<String, Long> rows) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The body of an operation; null if it has none. */
    public JsonNode of(Operation operation) {
        var schema = operation.node().at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode()
                ? null
                : value("", schema, spec.resolve(schema).path("example"));
    }

    private JsonNode value(String name, JsonNode reference, JsonNode example) {
        var schema = spec.resolve(reference);
        var row = schema.path("x-references")
                .asString(name.replaceFirst("_id$", "s").replace('_', '-'));
        if (rows.containsKey(row)) {
            return NODES.numberNode(rows.get(row));
        }
        return switch (schema.path("type").asString()) {
            case "object" -> object(schema, example);
            case "array" -> array(name, schema, example);
            default ->
                switch (name) {
                    case "product_name", "category_name", "tag_name", "sku" ->
                        NODES.stringNode(UUID.randomUUID().toString());
                    case "email" ->
                        example.asString("").equals("manager@example.com")
                                ? example
                                : NODES.stringNode(ContractTest.address());
                    default -> example.isMissingNode() || example.isNull() ? new Values(spec).allowed(schema) : example;
                };
        };
    }

    private ObjectNode object(JsonNode schema, JsonNode example) {
        var object = NODES.objectNode();
        schema.path("properties").properties().stream()
                .filter(member -> !member.getKey().equals("expected_total"))
                .forEach(member -> object.set(
                        member.getKey(),
                        value(
                                member.getKey(),
                                member.getValue(),
                                example.has(member.getKey())
                                        ? example.get(member.getKey())
                                        : spec.resolve(member.getValue()).path("example"))));
        return object;
    }

    private ArrayNode array(String name, JsonNode schema, JsonNode example) {
        var array = NODES.arrayNode();
        if (example.isEmpty()) {
            return array.add(value(
                    name, schema.get("items"), spec.resolve(schema.get("items")).path("example")));
        }
        example.forEach(item -> array.add(value(name, schema.get("items"), item)));
        return array;
    }

    /** Members that a value lacks, as pointers. */
    public List<String> missing(JsonNode reference, JsonNode value, String at) {
        var schema = spec.resolve(reference);
        if (value.isMissingNode() || value.isNull() || value.isArray() && value.isEmpty()) {
            return List.of(at);
        }
        var missing = new ArrayList<String>();
        schema.path("properties")
                .properties()
                .forEach(member -> missing.addAll(
                        missing(member.getValue(), value.path(member.getKey()), at + "/" + member.getKey())));
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            missing.addAll(missing(schema.get("items"), value.get(i), at + "/" + i));
        }
        return missing;
    }
}
