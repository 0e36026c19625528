package shop.kontor.contract;

import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * How large the JSON of a schema may be, written as wastefully as anybody does: each character escaped, each member and item
 * on an indented line of its own.
 *
 * @param bytes in UTF-8
 * @param tokens values, names, and the beginnings and ends of arrays and objects
 */
public record JsonSize(long bytes, long tokens) {

    /** A character that needs a surrogate pair is two escapes of six bytes. */
    private static final int CHARACTER = 12;

    /** A comma, a line break, and the indentation. */
    private static final int LINE = 32;

    private static final int NUMBER = 32;

    /** The lengths of texts and arrays for which a response has no maximum. */
    private static final int UNBOUNDED = 255;

    /** The size of the largest value of a schema. */
    static JsonSize of(Contract contract, JsonNode reference) {
        var schema = contract.resolve(reference);
        return switch (schema.path("type").asString()) {
            case "object" ->
                schema.path("properties").properties().stream()
                        .map(member -> member(contract, member.getKey(), member.getValue()))
                        .reduce(new JsonSize(2 + LINE, 2), JsonSize::plus);
            case "array" ->
                of(contract, schema.get("items"))
                        .line()
                        .times(limit(schema, "maxItems"))
                        .plus(new JsonSize(2, 2));
            case "string" -> text(schema.has("enum") ? longest(schema.get("enum")) : limit(schema, "maxLength"));
            default -> new JsonSize(NUMBER, 1);
        };
    }

    /** The size of a member of an object. */
    static JsonSize member(Contract contract, String name, JsonNode schema) {
        return text(name.length()).plus(of(contract, schema)).line();
    }

    /** Leaves room for members that do not exist, and items that are too many, so that they can be named. */
    long tokensWithMistakes() {
        return 2 * tokens + 100;
    }

    JsonSize plus(JsonSize other) {
        return new JsonSize(bytes + other.bytes, tokens + other.tokens);
    }

    private JsonSize times(int count) {
        return new JsonSize(bytes * count, tokens * count);
    }

    private JsonSize line() {
        return new JsonSize(bytes + LINE, tokens);
    }

    private static JsonSize text(int length) {
        return new JsonSize(2 + (long) CHARACTER * length, 1);
    }

    private static int limit(JsonNode schema, String keyword) {
        return schema.path(keyword).asInt(UNBOUNDED);
    }

    private static int longest(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .mapToInt(value -> value.asString().length())
                .max()
                .orElse(0);
    }
}
