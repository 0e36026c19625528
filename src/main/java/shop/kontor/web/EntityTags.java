package shop.kontor.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import shop.kontor.problem.PreconditionFailed;
import tools.jackson.databind.json.JsonMapper;

/**
 * Strong entity tags (RFC 9110, section 8.8.3): a digest of the very answer, so that they change whenever it does.
 *
 * <p>They need no column that every write to a linked row would have to keep up.
 */
@Component
public class EntityTags {

    private final JsonMapper json;

    EntityTags(JsonMapper json) {
        this.json = json;
    }

    /** The tag of an answer, in its quotes. */
    public String of(Object answer) {
        return of("", answer);
    }

    /**
     * The tag of an answer that depends on how it was asked for.
     *
     * @param view how it was asked for: letters and digits
     */
    public String of(String view, Object answer) {
        return '"' + view + Fingerprint.of(json.writeValueAsBytes(answer)) + '"';
    }

    /**
     * Holds a write to {@code If-Match}.
     *
     * @param ifMatch the header, null if it was not sent: then nothing is asked
     * @param current the tag of the row as it is, which must be locked by now
     * @throws PreconditionFailed if they differ
     */
    public void require(@Nullable String ifMatch, Supplier<String> current) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(current.get())) {
            throw new PreconditionFailed();
        }
    }
}
