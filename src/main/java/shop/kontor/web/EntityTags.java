package shop.kontor.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import shop.kontor.problem.PreconditionFailed;
import tools.jackson.databind.json.JsonMapper;

/**
 * Strong entity tags (RFC 9110, section 8.8.3): digests of the representation, so that they change whenever it does.
 *
 * <p>They need no version column, which every write to a linked row would have to maintain.
 */
@Component
public class EntityTags {

    private final JsonMapper json;

    EntityTags(JsonMapper json) {
        this.json = json;
    }

    /** The entity tag of a representation, in quotes. */
    public String of(Object answer) {
        return of("", answer);
    }

    /**
     * The entity tag of one view of a representation.
     *
     * @param view names the view: letters and digits
     */
    public String of(String view, Object answer) {
        return '"' + view + Fingerprint.of(json.writeValueAsBytes(answer)) + '"';
    }

    /**
     * Checks {@code If-Match} before a write.
     *
     * @param ifMatch the header, null if it was not sent: then every state matches
     * @param current supplies the current entity tag of the row, which must be locked
     * @throws PreconditionFailed if they do not match
     */
    public void require(@Nullable String ifMatch, Supplier<String> current) {
        if (ifMatch != null && !ifMatch.equals("*") && !ifMatch.equals(current.get())) {
            throw new PreconditionFailed();
        }
    }
}
