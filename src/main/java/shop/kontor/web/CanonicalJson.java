package shop.kontor.web;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.DecimalNode;

/**
 * The canonical text of a JSON value: no white space, members sorted by name, no trailing zeros. Numbers keep all their
 * digits; otherwise it is the form of RFC 8785.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8785">RFC 8785, JSON Canonicalization Scheme</a>
 */
final class CanonicalJson {

    /** Numbers with a larger exponent are left unchanged: they may have too many zeros to strip. */
    private static final int EXPONENT = 1000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private CanonicalJson() {}

    /**
     * Rewrites a JSON text.
     *
     * @param text in UTF-8, and valid
     */
    static String of(byte[] text) {
        return JSON.writeValueAsString(canonical(JSON.readTree(text)));
    }

    private static JsonNode canonical(JsonNode value) {
        if (value.isObject()) {
            var object = JSON.createObjectNode();
            value.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(member -> object.set(member.getKey(), canonical(member.getValue())));
            return object;
        }
        if (value.isArray()) {
            var array = JSON.createArrayNode();
            value.forEach(item -> array.add(canonical(item)));
            return array;
        }
        return value.isNumber() ? DecimalNode.valueOf(canonical(value.decimalValue())) : value;
    }

    private static BigDecimal canonical(BigDecimal number) {
        return Math.abs((long) number.scale()) > EXPONENT ? number : number.stripTrailingZeros();
    }
}
