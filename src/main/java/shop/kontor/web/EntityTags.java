package shop.kontor.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import shop.kontor.problem.PreconditionFailed;
import tools.jackson.databind.json.JsonMapper;

/**
 * Strong entity tags (RFC 9110, section 8.8.3): digests of the representation, so that they change whenever it does.
 *
 * <p>They need no version column, which every write to a linked row would have to maintain.
 */
@Component
public class EntityTags {

    private static final String WRITTEN = Written.class.getName();

    private final JsonMapper json;

    private record Written(Object answer, byte[] json) {}

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
        var written = new Written(answer, json.writeValueAsBytes(answer));
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(WRITTEN, written, RequestAttributes.SCOPE_REQUEST);
        }
        return '"' + view + Fingerprint.of(written.json()) + '"';
    }

    /** The JSON of a representation, which mostly has just been written for its entity tag. */
    byte[] json(Object answer) {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(WRITTEN, RequestAttributes.SCOPE_REQUEST) instanceof Written written
                        && written.answer() == answer
                ? written.json()
                : json.writeValueAsBytes(answer);
    }

    /**
     * Checks {@code If-Match} before a write.
     *
     * @param ifMatch the header, checked against the contract, null if it was not sent: then every state matches
     * @param current supplies the current entity tag of the row, which must be locked
     * @throws PreconditionFailed if none matches
     */
    public void require(@Nullable String ifMatch, Supplier<String> current) {
        require(ifMatch, tag -> "", view -> current.get());
    }

    /**
     * Checks {@code If-Match} before a write to a row that has several views.
     *
     * @param ifMatch the header, checked against the contract, null if it was not sent: then every state matches
     * @param view the view that an entity tag, without its quotes, was made for
     * @param current supplies the current entity tag of a view of the row, which must be locked
     * @throws PreconditionFailed if none matches
     */
    public <V> void require(@Nullable String ifMatch, Function<String, V> view, Function<V, String> current) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return;
        }
        var sent = ETag.parse(ifMatch).stream().collect(Collectors.groupingBy(tag -> view.apply(tag.tag())));
        if (sent.entrySet().stream().noneMatch(of -> matches(of.getValue(), current.apply(of.getKey())))) {
            throw new PreconditionFailed();
        }
    }

    private static boolean matches(List<ETag> sent, String current) {
        var tag = ETag.create(current);
        return sent.stream().anyMatch(some -> some.compare(tag, true));
    }
}
