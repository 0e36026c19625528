package shop.kontor.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.math.BigDecimal;
import java.util.List;
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

    /** Longer numbers are rejected before any arithmetic. */
    private static final int DIGITS = 400;

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    static final String BEYOND_MEASURE = "is a number with too many digits";

    private SchemaErrors() {}

    static List<Fault> of(Schema schema, JsonNode value) {
        if (isBeyondMeasure(value)) {
            return List.of(new Fault("", "maximum", BEYOND_MEASURE));
        }
        var longest = schema.getSchemaNode().path("maxLength");
        if (longest.isInt() && value.isString() && isLongerThan(longest.asInt(), value.asString())) {
            return List.of(new Fault("", "maxLength", "must be at most " + characters(longest)));
        }
        return schema.validate(value).stream().map(SchemaErrors::fault).toList();
    }

    /** Checked first: a pattern may recurse for each character. */
    private static boolean isLongerThan(int most, String text) {
        return text.codePointCount(0, text.length()) > most;
    }

    /** Whether a number, written out, has so many digits that arithmetic on it would be slow. */
    static boolean isBeyondMeasure(JsonNode value) {
        return value.isNumber()
                && (Math.abs((long) value.decimalValue().scale()) > DIGITS
                        || value.decimalValue().precision() > DIGITS);
    }

    /** Whether a decimal is too large for the validator, which converts it to an integer if the schema has one. */
    static boolean isBeyondLong(JsonNode value, JsonNode schema) {
        return value.isBigDecimal()
                && schema.path("type").asString().equals("integer")
                && value.decimalValue().abs().compareTo(LARGEST) > 0;
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
