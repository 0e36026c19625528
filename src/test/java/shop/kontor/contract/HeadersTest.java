package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers mean what RFC 9110 says: a list may be several lines, and what is no list is one. */
class HeadersTest extends ContractTest {

    private static final String STALE = "\"stale\"";

    private Response rename(String tag, String... ifMatch) {
        var body = "{\"tag_name\": \"%s\"}".formatted(unique("black"));
        return raw().header("If-Match", ifMatch[0], (Object[]) Arrays.copyOfRange(ifMatch, 1, ifMatch.length))
                .contentType("application/json")
                .body(body)
                .put(tag);
    }

    private String path() {
        return "/api/tags/" + tag().getId();
    }

    private String etag(String path) {
        return raw().get(path).header("ETag");
    }

    @Test
    void refusesASecondKey() {
        var answer = raw().header("Idempotency-Key", UUID.randomUUID(), UUID.randomUUID())
                .contentType("application/json")
                .body("{\"product_name\": \"Lamp\", \"price\": 1}")
                .post("/api/products");

        assertThat(faults(answer)).containsExactly("Idempotency-Key repeated_parameter");
    }

    @Test
    void takesAnyTagOfAList() {
        var tag = path();

        assertThat(rename(tag, STALE + ", " + etag(tag)).statusCode()).isEqualTo(200);
        assertThat(rename(tag, etag(tag) + "," + STALE).statusCode()).isEqualTo(200);
        assertThat(rename(tag, STALE, etag(tag)).statusCode()).isEqualTo(200);
        assertThat(rename(tag, "*").statusCode()).isEqualTo(200);
        problem(rename(tag, STALE, "\"staler\""), 412, "stale");
    }

    @Test
    void takesATagOfAnyViewInAList() {
        var tag = path();

        assertThat(rename(tag, etag(tag + "?embed_limit=0"), STALE).statusCode())
                .isEqualTo(200);
        assertThat(rename(tag, STALE, etag(tag + "?embed_limit=7&product_count=true"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void comparesIfMatchStrongly() {
        var tag = path();

        problem(rename(tag, "W/" + etag(tag)), 412, "stale");
        problem(rename(tag, "W/" + etag(tag), STALE), 412, "stale");
        problem(rename(tag, "\"*\""), 412, "stale");
        problem(rename(tag, "\"\""), 412, "stale");
    }

    @Test
    void holdsTheWholeListToTheContract() {
        var tag = path();

        assertThat(faults(rename(tag, etag(tag), "stale"))).containsExactly("If-Match pattern");
        assertThat(faults(rename(tag, "*", etag(tag)))).containsExactly("If-Match pattern");
        assertThat(faults(rename(tag, etag(tag), "\"" + "x".repeat(500) + "\"")))
                .containsExactly("If-Match maxLength");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"stale\", %s", "W/\"stale\",W/%s"})
    void comparesIfNoneMatchWeakly(String list) {
        var tag = path();
        var known = list.formatted(etag(tag));

        assertThat(raw().header("If-None-Match", known).get(tag).statusCode()).isEqualTo(304);
        assertThat(raw().header("If-None-Match", STALE, known).get(tag).statusCode())
                .isEqualTo(304);
        assertThat(raw().header("If-None-Match", STALE).get(tag).statusCode()).isEqualTo(200);
    }
}
