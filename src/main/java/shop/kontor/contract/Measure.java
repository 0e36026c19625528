package shop.kontor.contract;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Tells what is too large for its schema to be looked at: the time of all other rules depends on the size. */
final class Measure {

    /** Longer numbers are rejected before any arithmetic. */
    private static final int DIGITS = 400;

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Measure() {}

    /** Whether a value is no larger than its schema allows; only a look at its size, never at its parts. */
    static boolean fits(JsonNode schema, JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> isNoLonger(value.asString(), limit(schema, "maxLength"));
            case ARRAY -> value.size() <= limit(schema, "maxItems");
            case OBJECT -> value.size() <= limit(schema, "maxProperties");
            case NUMBER -> !hasTooManyDigits(value) && !isBeyondLong(schema, value);
            default -> true;
        };
    }

    /** Whether a number, written out, has so many digits that arithmetic on it would be slow. */
    static boolean hasTooManyDigits(JsonNode value) {
        return value.isNumber()
                && (Math.abs((long) value.decimalValue().scale()) > DIGITS
                        || value.decimalValue().precision() > DIGITS);
    }

    /** Whether a decimal is too large for the validator, which converts it to an integer if the schema has one. */
    private static boolean isBeyondLong(JsonNode schema, JsonNode value) {
        return value.isBigDecimal()
                && schema.path("type").asString().equals("integer")
                && value.decimalValue().abs().compareTo(LARGEST) > 0;
    }

    private static int limit(JsonNode schema, String keyword) {
        return schema.path(keyword).asInt(Integer.MAX_VALUE);
    }

    /** Counts characters, which are one or two {@code char} each, only if it matters. */
    private static boolean isNoLonger(String text, int limit) {
        return text.length() <= limit || text.length() / 2 <= limit && text.codePointCount(0, text.length()) <= limit;
    }
}
