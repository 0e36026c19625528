package shop.kontor.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import shop.kontor.api.model.FieldError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A string that a client may send, as the contract has it.
 *
 * @param schema its own, with {@code $ref} followed
 * @param checked what the server finds wrong with the rest of the request when the string is this one
 */
record Text(String name, JsonNode schema, Check checked) {

    /** Runs the server's check of a value. */
    @FunctionalInterface
    interface Check {
        List<FieldError> of(JsonNode text);
    }

    private static final JsonMapper JSON = new JsonMapper();

    /** All strings in bodies and parameters. */
    static List<Text> all(Contract contract) {
        var texts = new ArrayList<Text>();
        var bodies = new BodyCheck(contract, List.of(new AllRows()));
        for (var operation : contract.operations()) {
            var name = operation.method() + " " + operation.path();
            operation.parameters().forEach(parameter -> {
                Check check = value -> SchemaErrors.of(parameter.schema(), value).stream()
                        .map(fault -> new FieldError(fault.code(), fault.detail()))
                        .toList();
                collect(
                                name + " " + parameter.name(),
                                contract,
                                parameter.schema().getSchemaNode(),
                                text -> text,
                                check)
                        .forEach(texts::add);
            });
            if (operation.body() != null) {
                Check check = value -> {
                    var faults = new ArrayList<FieldError>();
                    bodies.check(value, operation.body(), faults);
                    return faults;
                };
                collect(name, contract, operation.body().node(), text -> text, check)
                        .forEach(texts::add);
            }
        }
        return texts;
    }

    private static Stream<Text> collect(
            String name, Contract contract, JsonNode reference, UnaryOperator<JsonNode> within, Check check) {
        var schema = contract.resolve(reference);
        return switch (schema.path("type").asString()) {
            case "string" -> Stream.of(new Text(name, schema, text -> check.of(within.apply(text))));
            case "array" ->
                collect(
                        name + "/0",
                        contract,
                        schema.get("items"),
                        item -> within.apply(JSON.createArrayNode().add(item)),
                        check);
            case "object" ->
                schema.get("properties").properties().stream()
                        .flatMap(member -> collect(
                                name + "/" + member.getKey(),
                                contract,
                                member.getValue(),
                                value -> within.apply(JSON.createObjectNode().set(member.getKey(), value)),
                                check));
            default -> Stream.empty();
        };
    }

    /** The length of its longest value; that of the longest in other places if its values are listed. */
    int maxLength() {
        return schema.path("maxLength").asInt(2000);
    }

    @Override
    public String toString() {
        return name;
    }

    /** Rows that all exist. */
    private static final class AllRows implements References {

        @Override
        public Set<String> relations() {
            return Map.of("categories", 1, "tags", 1, "users", 1).keySet();
        }

        @Override
        public Set<Long> existing(String relation, Set<Long> ids) {
            return ids;
        }
    }
}
