package shop.kontor.contract.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Values that a schema forbids, and values on the very edge of what it allows, derived from the schema alone. */
public final class Values {

    /**
     * A value and the rule that it is about.
     *
     * @param rule named as in JSON Schema
     */
    public record Value(String rule, JsonNode json) {

        @Override
        public String toString() {
            var text = json.toString();
            return rule + " " + (text.length() > 40 ? text.substring(0, 40) + "… (" + text.length() + ")" : text);
        }
    }

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Amounts that binary floating point does not divide by 0.01 without a rest. */
    private static final List<BigDecimal> AWKWARD = List.of(new BigDecimal("19.99"), new BigDecimal("200.55"));

    private static final List<String> TIMES =
            List.of("1000-01-01T00:00:00Z", "2026-11-20T09:30:00.123456+14:59", "2999-12-31T23:59:59.999999-14:59");

    private final Spec spec;

    public Values(Spec spec) {
        this.spec = spec;
    }

    /** Each breaks one rule at least: the one it is named for. */
    public List<Value> forbidden(JsonNode reference) {
        var schema = spec.resolve(reference);
        var values = new ArrayList<Value>();
        if (!schema.path("nullable").asBoolean(false)) {
            values.add(new Value("type", NullNode.instance));
        }
        if (schema.has("enum")) {
            values.add(new Value("enum", StringNode.valueOf("no_such_value")));
            values.add(new Value(
                    "enum",
                    StringNode.valueOf(schema.get("enum").get(0).asString().toUpperCase())));
            return values;
        }
        switch (schema.path("type").asString()) {
            case "string" -> strings(schema, values);
            case "integer", "number" -> numbers(schema, values);
            case "boolean" ->
                values.addAll(List.of(
                        new Value("type", StringNode.valueOf("yes")),
                        new Value("type", DecimalNode.valueOf(BigDecimal.ONE))));
            case "array" -> arrays(schema, values);
            default -> objects(schema, values);
        }
        return values;
    }

    /** Each is allowed, but its next neighbour is not. */
    public List<JsonNode> edges(JsonNode reference) {
        var schema = spec.resolve(reference);
        var edges = new ArrayList<JsonNode>();
        if (schema.path("nullable").asBoolean(false)) {
            edges.add(NullNode.instance);
        }
        if (schema.has("enum")) {
            schema.get("enum").forEach(edges::add);
            return edges;
        }
        if (schema.path("format").asString("").equals("date-time")) {
            TIMES.stream().map(StringNode::valueOf).forEach(edges::add);
            return edges;
        }
        switch (schema.path("type").asString()) {
            case "string" -> {
                edges.add(
                        StringNode.valueOf(text(schema, schema.path("minLength").asInt(1))));
                edges.add(
                        StringNode.valueOf(text(schema, schema.get("maxLength").asInt())));
            }
            case "integer", "number" -> {
                edges.addAll(List.of(schema.get("minimum"), schema.get("maximum")));
                if (schema.has("x-decimals")) {
                    AWKWARD.stream()
                            .filter(amount ->
                                    amount.compareTo(schema.get("maximum").decimalValue()) < 0)
                            .map(DecimalNode::valueOf)
                            .forEach(edges::add);
                }
            }
            case "boolean" -> edges.addAll(List.of(BooleanNode.TRUE, BooleanNode.FALSE));
            case "array" -> {
                edges(schema.get("items")).stream()
                        .filter(JsonNode::isObject)
                        .forEach(item -> edges.add(NODES.arrayNode().add(item)));
                edges.add(items(schema, schema.path("minItems").asInt(0)));
                edges.add(longest(schema));
            }
            default -> {
                var good = allowed(schema);
                schema.get("properties")
                        .properties()
                        .forEach(member ->
                                edges(member.getValue()).forEach(edge -> edges.add(with(good, member.getKey(), edge))));
            }
        }
        return edges;
    }

    private static void strings(JsonNode schema, List<Value> values) {
        values.add(new Value("type", DecimalNode.valueOf(BigDecimal.ONE)));
        values.add(new Value("type", NODES.objectNode()));
        values.add(new Value(
                "maxLength",
                StringNode.valueOf(text(schema, schema.get("maxLength").asInt() + 1))));
        if (schema.path("minLength").asInt(0) > 0) {
            values.add(new Value("minLength", StringNode.valueOf("")));
        }
        if (schema.has("pattern")) {
            var pattern = Pattern.compile(schema.get("pattern").asString());
            Stream.of(" ", "\u0000")
                    .filter(text -> !pattern.matcher(text).find())
                    .forEach(text -> values.add(new Value("pattern", StringNode.valueOf(text))));
        }
        if (schema.path("format").asString("").equals("country")) {
            values.add(new Value("format", StringNode.valueOf("XX")));
        }
        if (schema.path("format").asString("").equals("email")) {
            values.add(new Value(
                    "format", StringNode.valueOf("not a " + schema.get("format").asString())));
        }
    }

    private static void numbers(JsonNode schema, List<Value> values) {
        var step = step(schema);
        values.add(new Value("type", StringNode.valueOf("x")));
        values.add(new Value("type", BooleanNode.TRUE));
        values.add(new Value(
                "minimum",
                DecimalNode.valueOf(schema.get("minimum").decimalValue().subtract(step))));
        values.add(new Value(
                "maximum",
                DecimalNode.valueOf(schema.get("maximum").decimalValue().add(step))));
        if (schema.has("x-decimals")) {
            values.add(new Value(
                    "multipleOf",
                    DecimalNode.valueOf(step.divide(BigDecimal.TEN).add(BigDecimal.ONE))));
        }
        if (schema.path("type").asString().equals("integer")) {
            values.add(new Value("type", DecimalNode.valueOf(new BigDecimal("1.5"))));
        }
    }

    private static BigDecimal step(JsonNode schema) {
        return BigDecimal.ONE.movePointLeft(schema.path("x-decimals").asInt(0));
    }

    private void objects(JsonNode schema, List<Value> values) {
        values.add(new Value("type", StringNode.valueOf("x")));
        if (schema.has("properties")) {
            var good = allowed(schema);
            values.add(new Value("unknown_member", with(good, "no_such_member", BooleanNode.TRUE)));
            schema.path("required")
                    .forEach(name -> values.add(new Value("required", with(good, name.asString(), null))));
            schema.get("properties")
                    .properties()
                    .forEach(member -> forbidden(member.getValue())
                            .forEach(value ->
                                    values.add(new Value(value.rule(), with(good, member.getKey(), value.json())))));
        }
    }

    private void arrays(JsonNode schema, List<Value> values) {
        values.add(new Value("type", StringNode.valueOf("x")));
        values.addAll(lengths(schema));
        for (var item : forbidden(schema.get("items"))) {
            values.add(new Value(item.rule(), NODES.arrayNode().add(item.json())));
        }
    }

    /** Arrays that are too short or too long. */
    public List<Value> lengths(JsonNode schema) {
        var values = new ArrayList<Value>();
        values.add(new Value("maxItems", items(schema, schema.get("maxItems").asInt() + 1)));
        if (schema.path("minItems").asInt(0) > 0) {
            values.add(new Value("minItems", NODES.arrayNode()));
        }
        return values;
    }

    /** An array of as many items as are allowed. */
    public ArrayNode longest(JsonNode schema) {
        return items(schema, schema.get("maxItems").asInt());
    }

    private ArrayNode items(JsonNode schema, int count) {
        var items = NODES.arrayNode();
        for (int i = 0; i < count; i++) {
            items.add(allowed(schema.get("items")));
        }
        return items;
    }

    /** The largest value that is allowed, with all members. */
    public static JsonNode largest(Spec spec, JsonNode reference) {
        var schema = spec.resolve(reference);
        var values = new Values(spec);
        if (schema.path("type").asString().equals("object")) {
            var object = NODES.objectNode();
            schema.get("properties")
                    .properties()
                    .forEach(member -> object.set(member.getKey(), largest(spec, member.getValue())));
            return object;
        }
        if (schema.path("type").asString().equals("array")) {
            var array = NODES.arrayNode();
            for (int i = 0; i < schema.get("maxItems").asInt(); i++) {
                array.add(largest(spec, schema.get("items")));
            }
            return array;
        }
        var edges = values.edges(schema);
        return edges.get(edges.size() - 1);
    }

    /** Some value that is allowed. */
    public JsonNode allowed(JsonNode reference) {
        var schema = spec.resolve(reference);
        if (schema.path("type").asString().equals("object")) {
            var object = NODES.objectNode();
            schema.path("required")
                    .forEach(name -> object.set(
                            name.asString(), allowed(schema.get("properties").get(name.asString()))));
            return object;
        }
        return edges(schema).stream().filter(edge -> !edge.isNull()).findFirst().orElseThrow();
    }

    /** An object with one member replaced; null takes it away. */
    public static ObjectNode with(JsonNode object, String member, JsonNode value) {
        var copy = ((ObjectNode) object).deepCopy();
        if (value == null) {
            copy.remove(member);
        } else {
            copy.set(member, value);
        }
        return copy;
    }

    /** Something that nobody guesses first. */
    private static String phrase(int length) {
        return "vexed jumbled quartz sphinx of black onyx, my dog and I ponder: why not?"
                .substring(0, Math.min(length, 72));
    }

    private static String text(JsonNode schema, int length) {
        if (schema.path("format").asString("").equals("email")) {
            // parts of a domain are 63 characters long at most
            var domain = ("x".repeat(61) + ".").repeat(5).substring(0, Math.max(length - 6, 1));
            return "x@" + domain.replaceFirst("\\.$", "x") + ".com";
        }
        var plain = switch (schema.path("format").asString("")) {
            case "password" -> phrase(length);
            case "country" -> "DE".repeat(length).substring(0, length);
            default -> "x".repeat(length);
        };
        var pattern = schema.path("pattern").asString("");
        if (Pattern.compile(pattern).matcher(plain).find()) {
            return plain;
        }
        var stretched = (schema.path("example").asString("") + plain).substring(0, length);
        if (Pattern.compile(pattern).matcher(stretched).find()) {
            return stretched;
        }
        return length < 2 ? "*" : '"' + "x".repeat(length - 2) + '"';
    }
}
