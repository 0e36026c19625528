package shop.kontor.contract;

import static shop.kontor.problem.InvalidRequest.inBody;
import static shop.kontor.problem.InvalidRequest.shortened;

import java.util.List;
import org.jspecify.annotations.Nullable;
import shop.kontor.api.model.FieldError;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of a body, strictly, and no more of it than the operation can need: each token becomes objects. */
final class BodyReader {

    private final JsonMapper json;

    /**
     * A reader for some operation.
     *
     * @param size of the largest body that is valid
     */
    BodyReader(JsonSize size) {
        var constraints = StreamReadConstraints.builder()
                .maxTokenCount(size.tokensWithMistakes())
                .build();
        json = JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** The value of a body; null if it is not JSON, which is added to the faults. */
    @Nullable
    JsonNode read(byte[] bytes, List<FieldError> faults) {
        try {
            return json.readTree(bytes);
        } catch (JacksonException e) {
            faults.add(inBody("", "malformed", malformed(e)));
        } catch (NumberFormatException e) {
            faults.add(inBody("", "malformed", "contains a number whose exponent is out of range"));
        }
        return null;
    }

    /** The first line of Jackson's message, and only for syntax errors: others name classes. */
    private static String malformed(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "has more values, more levels or longer ones than this operation accepts";
        }
        var what = e instanceof StreamReadException
                ? shortened(e.getOriginalMessage().lines().findFirst().orElse(""))
                : "";
        var at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? "is not valid JSON"
                : "is not valid JSON at line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), what);
    }
}
