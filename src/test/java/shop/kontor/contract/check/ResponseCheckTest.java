package shop.kontor.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import shop.kontor.contract.check.ResponseCheck.Answer;

/** The check of the answers goes red where it must: a control of everything that the other tests rely on. */
class ResponseCheckTest {

    private static final String TAG = "{\"id\": 1, \"tag_name\": \"x\", \"products\": [], \"has_more_products\": false"
            + ", \"created_at\": \"2026-11-20T09:30:00Z\", \"updated_at\": \"2026-11-20T09:30:00Z\"}";
    private static final String PROBLEM = "{\"type\": \"/problems/unavailable\", \"title\": \"x\", \"status\": 503}";
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Map<String, String> PROBLEM_HEADERS =
            Map.of("Content-Type", "application/problem+json", "Trace-Id", TRACE_ID);
    private static final Map<String, String> HEADERS =
            Map.of("content-type", "application/json", "ETag", "\"x\"", "trace-id", TRACE_ID);

    private List<String> faults(int status, Map<String, String> headers, String body) {
        var operation = Spec.INSTANCE.operation("GET", "/api/tags/1").orElseThrow();
        return new ResponseCheck(Spec.INSTANCE).faults(operation, new Answer(status, headers, body.getBytes(UTF_8)));
    }

    private static Map<String, String> with(String name, String value) {
        var headers = new LinkedHashMap<>(HEADERS);
        headers.put(name, value);
        return headers;
    }

    @Test
    void findsNoFaultInARightAnswer() {
        assertThat(faults(200, HEADERS, TAG)).isEmpty();
    }

    @Test
    void findsAStatusThatIsNotDeclared() {
        assertThat(faults(202, HEADERS, TAG)).containsExactly("status 202 is not declared");
        assertThat(faults(409, PROBLEM_HEADERS, PROBLEM.replace("unavailable", "in-use")))
                .containsExactly("status 409 is not declared");
        assertThat(faults(503, PROBLEM_HEADERS, PROBLEM)).isEmpty();
    }

    @Test
    void findsAMemberThatIsNotDeclared() {
        assertThat(faults(200, HEADERS, TAG.replace("{", "{\"colour\": 1, ")))
                .containsExactly("member /colour is not declared");
        assertThat(faults(
                        200,
                        HEADERS,
                        TAG.replace(
                                "[]",
                                "[{\"id\": 1, \"product_name\": \"x\", \"price\": 1, \"stock\": 1, "
                                        + "\"category_id\": null, \"colour\": 1}]")))
                .containsExactly("member /products/0/colour is not declared");
    }

    @Test
    void findsAMissingRequiredHeader() {
        assertThat(faults(200, Map.of("Content-Type", "application/json", "Trace-Id", TRACE_ID), TAG))
                .containsExactly("header ETag is missing");
    }

    @Test
    void findsAHeaderThatIsDeclaredElsewhere() {
        assertThat(faults(200, with("Location", "/x"), TAG)).containsExactly("header Location is not declared here");
    }

    @Test
    void findsAWrongTypeAMissingMemberAndAWrongFormat() {
        assertThat(faults(200, HEADERS, TAG.replace("\"x\"", "1")))
                .hasSize(1)
                .first()
                .asString()
                .contains("/tag_name");
        assertThat(faults(200, HEADERS, TAG.replace("\"tag_name\": \"x\", ", "")))
                .hasSize(1);
        assertThat(faults(200, HEADERS, TAG.replace("false", "null"))).hasSize(1);
    }

    @Test
    void findsAWrongMediaTypeAndABodyWhereNoneIs() {
        assertThat(faults(200, with("content-type", "text/html"), TAG))
                .containsExactly("media type 'text/html' is not declared");
        assertThat(faults(304, Map.of("ETag", "\"x\"", "Trace-Id", TRACE_ID), TAG))
                .containsExactly("a body is not declared");
        assertThat(faults(200, HEADERS, "<html>")).containsExactly("the body is not JSON");
    }

    @Test
    void missesWhatWasNeverProduced() {
        var coverage = new Coverage(Spec.INSTANCE, Optional.empty());
        var operation = Spec.INSTANCE.operation("GET", "/api/tags/1").orElseThrow();
        var before = coverage.missing().size();

        coverage.saw(operation, Set.of("embed_limit"), new Answer(200, HEADERS, TAG.getBytes(UTF_8)));

        assertThat(coverage.missing())
                .hasSize(before - 4)
                .contains("getTag 304")
                .doesNotContain("getTag 200 application/json");
    }
}
