package shop.kontor.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Describes the violations of a schema in terms of what the value must be. */
final class SchemaErrors {

    /**
     * A violation of a schema.
     *
     * @param pointer the location in the value (RFC 6901), empty for the root
     * @param code the JSON Schema keyword
     * @param detail what the value must be
     */
    record Fault(String pointer, String code, String detail) {}

    static final String TOO_MANY_DIGITS = "is a number with too many digits";

    private SchemaErrors() {}

    static List<Fault> of(Schema schema, JsonNode value) {
        if (Stream.concat(Stream.of(value), value.valueStream()).anyMatch(Measure::hasTooManyDigits)) {
            return List.of(new Fault("", "maximum", TOO_MANY_DIGITS));
        }
        return schema.validate(value).stream().map(SchemaErrors::fault).toList();
    }

    static Fault fault(Error error) {
        var pointer = error.getInstanceLocation().toString();
        return error.getKeyword().equals("required")
                ? new Fault(pointer + "/" + error.getProperty(), "required", "is missing")
                : new Fault(pointer, error.getKeyword(), detail(error));
    }

    private static String detail(Error error) {
        var rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "type" -> "must be " + article(rule.asString()) + " " + rule.asString();
            case "minimum" -> "must be " + rule.asString() + " or more";
            case "maximum" -> "must be " + rule.asString() + " or less";
            case "minLength" -> "must be at least " + characters(rule);
            case "maxLength" -> "must be at most " + characters(rule);
            case "minItems" -> "must have at least " + rule.asString() + " items";
            case "maxItems" -> "must have at most " + rule.asString() + " items";
            case "multipleOf" -> "must be a multiple of " + rule.asString();
            case "enum" ->
                "must be one of " + rule.valueStream().map(JsonNode::asString).toList();
            default -> error.getMessage();
        };
    }

    private static String article(String type) {
        return "aeiou".indexOf(type.charAt(0)) < 0 ? "a" : "an";
    }

    private static String characters(JsonNode length) {
        return length.asInt() == 1 ? "1 character long" : length.asInt() + " characters long";
    }
}
