package shop.kontor.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import shop.kontor.contract.ContractTest;
import shop.kontor.contract.check.ResponseCheck;
import shop.kontor.contract.check.ResponseCheck.Answer;
import shop.kontor.contract.check.Spec;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a request is the client's fault, is named, and is nothing to log. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(20)
class WrongRequestsTest extends ContractTest {

    private static final ResponseCheck CHECK = new ResponseCheck(Spec.INSTANCE);
    private static final String LAMP = "{\"product_name\": \"Lamp\", \"price\": %s}";

    /** A zero-width space and curly quotes as a word processor makes them, in UTF-8, and bytes that are no text. */
    private static final List<String> ODD = List.of(
            "\u00e2\u0080\u008b", "\u00e2\u0080\u009cx\u00e2\u0080\u009d", "\u0085", "\u009f", "\u00ff", "x\u00a0");

    /** A request's path or body, and the one fault in it. */
    static Stream<Arguments> numbers() {
        var ones = "1".repeat(1000);
        return Stream.of(
                Arguments.of("/api/products?price_min=1e9999999999", "", "price_min maximum"),
                Arguments.of("/api/products?price_min=1e-9999999999", "", "price_min maximum"),
                Arguments.of("/api/products?price_max=-1E%2B99999999999999999999", "", "price_max maximum"),
                Arguments.of("/api/products?price_max=0e9999999999", "", "price_max maximum"),
                Arguments.of("/api/products?price_min=1e999999999", "", "price_min maximum"),
                Arguments.of("/api/products?price_min=1e-999999999", "", "price_min maximum"),
                Arguments.of("/api/products?price_min=" + ones, "", "price_min maximum"),
                Arguments.of("/api/products?price_min=0." + ones, "", "price_min maximum"),
                Arguments.of("/api/products?price_min=1e", "", "price_min type"),
                Arguments.of("/api/products?per_page=1e9999999999", "", "per_page type"),
                Arguments.of("/api/products?per_page=" + ones, "", "per_page maximum"),
                Arguments.of("/api/products?tag_id=1e9999999999", "", "tag_id type"),
                Arguments.of("/api/products?tag_id=1,2&tag_id=3", "", "tag_id type"),
                Arguments.of("/api/products?tag_id=1&tag_id=2,3", "", "tag_id type"),
                Arguments.of("/api/products/1e9999999999", "", "id type"),
                Arguments.of("/api/products/" + ones, "", "id maximum"),
                Arguments.of("/api/products/-" + ones, "", "id maximum"),
                Arguments.of("/api/products", LAMP.formatted("1e9999999999"), "# malformed"),
                Arguments.of("/api/products", LAMP.formatted("1e-9999999999"), "# malformed"),
                Arguments.of("/api/products", LAMP.formatted("1.5e-2147483648"), "# malformed"),
                Arguments.of("/api/products", LAMP.formatted("1e999999999"), "#/price maximum"),
                Arguments.of("/api/products", LAMP.formatted("-1e-999999999"), "#/price maximum"),
                Arguments.of("/api/products", LAMP.formatted("1, \"stock\": 1e999999999"), "#/stock maximum"),
                Arguments.of("/api/products", LAMP.formatted("1, \"stock\": 1e19"), "#/stock maximum"),
                Arguments.of(
                        "/api/products", LAMP.formatted("1, \"stock\": 12345678901234567890.12"), "#/stock maximum"),
                Arguments.of("/api/products", LAMP.formatted("1, \"tagIds\": [-1e300]"), "#/tagIds/0 maximum"),
                Arguments.of("/api/products", LAMP.formatted("1, \"user_id\": -1e999999999"), "#/user_id maximum"),
                Arguments.of("/api/products", LAMP.formatted("1, \"tagIds\": [1e999999999]"), "#/tagIds/0 maximum"),
                Arguments.of("/api/products", LAMP.formatted("1, \"x\": 1e999999999"), "#/x unknown_member"),
                Arguments.of("/api/product-batches", "[" + LAMP.formatted("1e999999999") + "]", "#/0/price maximum"),
                Arguments.of(
                        "/api/products/1/stock-adjustments",
                        "{\"reason\": \"Delivery\", \"delta\": 1e999999999}",
                        "#/delta maximum"),
                Arguments.of("/api/users/1/orders", "{\"expected_total\": 1e999999999}", "#/expected_total maximum"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void boundsNumbersBeforeItCountsWithThem(String path, String body, String fault, CapturedOutput log)
            throws IOException {
        assertThat(faults(body.isEmpty() ? get(path) : post(path, "", body))).containsExactly(fault);
        isNotLogged(log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%01", "%00", "%7F", "%C2%85", "%CD%B8", "%E2%80%8B", "%EF%BF%BF", "%F3%A0%80%81", "%22%3C"})
    void namesAnUnknownParameterWhateverItsCharacters(String name, CapturedOutput log) throws IOException {
        var decoded = java.net.URLDecoder.decode(name, UTF_8);

        assertThat(faults(get("/api/products?" + name + "=x"))).containsExactly(decoded + " unknown_parameter");
        assertThat(faults(get("/api/products?" + name))).containsExactly(decoded + " unknown_parameter");
        isNotLogged(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0001", "\\u0000", "\\u200b", "\\\"<", "a/b", "~"})
    void namesAnUnknownMemberWhateverItsCharacters(String name, CapturedOutput log) throws IOException {
        var answer = post("/api/tags", "", "{\"tag_name\": \"black\", \"%s\": 1}".formatted(name));

        assertThat(faults(answer)).singleElement().asString().startsWith("#/").endsWith(" unknown_member");
        isNotLogged(log);
    }

    static Stream<Arguments> headers() {
        return ODD.stream()
                .flatMap(value -> Stream.of("If-Match", "Idempotency-Key").map(name -> Arguments.of(name, value)));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void namesAHeaderWithCharactersThatItCannotHave(String name, String value, CapturedOutput log) throws IOException {
        var header = name + ": " + value + "\r\n";
        var answer = name.equals("If-Match")
                ? send("PUT", "/api/tags/1", header, "{\"tag_name\": \"black\"}")
                : post("/api/products", header, LAMP.formatted("1"));

        assertThat(faults(answer)).containsExactly(name + " pattern");
        isNotLogged(log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If-None-Match",
                "If-Modified-Since",
                "Range",
                "Accept-Language",
                "Cookie",
                "User-Agent",
                "X-Other"
            })
    void leavesAloneHeadersThatSayNothingToIt(String name, CapturedOutput log) throws IOException {
        for (var value : ODD) {
            assertThat(send("GET", "/api/tags/1", name + ": " + value + "\r\n", "")
                            .status())
                    .isEqualTo(200);
        }
        var many = name + ": " + "\"\",".repeat(1000) + "\r\n";
        assertThat(send("GET", "/api/tags/1", many, "").status()).isEqualTo(200);
        isNotLogged(log);
    }

    @Test
    void refusesWhatItCannotRead(CapturedOutput log) throws IOException {
        for (var value : ODD) {
            assertThat(type(send("GET", "/api/tags/1", "Accept: " + value + "\r\n", ""), 406))
                    .isEqualTo("/problems/not-acceptable");
        }
        isNotLogged(log);
    }

    @Test
    void refusesASecondKey(CapturedOutput log) throws IOException {
        var key = "Idempotency-Key: %s\r\n";

        for (var other : new String[] {"a", "b", "", "\u0085"}) {
            var answer = post("/api/products", key.formatted("a") + key.formatted(other), LAMP.formatted("1"));

            assertThat(faults(answer)).containsExactly("Idempotency-Key repeated_parameter");
        }
        isNotLogged(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "W/\"\"", "\"x\"  ,  W/\"y\""})
    void measuresEntityTagsBeforeItReadsThem(String tag, CapturedOutput log) throws IOException {
        var many = "If-Match: " + (tag + ", ").repeat(7000 / (tag.length() + 2)) + tag + "\r\n";
        var most = "If-Match: " + (tag + ",").repeat(500 / (tag.length() + 1) - 1) + tag + "\r\n";

        assertThat(faults(send("PUT", "/api/tags/1", many, "{\"tag_name\": \"black\"}")))
                .containsExactly("If-Match maxLength");
        assertThat(type(send("PUT", "/api/tags/1", most, "{\"tag_name\": \"black\"}"), 412))
                .isEqualTo("/problems/stale");
        isNotLogged(log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FOO", "TRACE", "PROPFIND", "get", "Post", "PATCH", "OPTIONS", "QUERY", "PRI", "M-!#$%&'*+.^_`|~"
            })
    void refusesAnUnknownMethodAndNamesTheRightOnes(String method, CapturedOutput log) throws IOException {
        assertThat(allowed(method, "/api/tags")).containsExactly("GET", "HEAD", "POST");
        assertThat(allowed(method, "/api/tags/1?x=%zz")).containsExactly("DELETE", "GET", "HEAD", "PUT");
        assertThat(allowed(method, "/api/sessions")).containsExactly("POST");
        for (var page : new String[] {"/", "/openapi.yaml", "/front-page.css", "/swagger-ui/index.html"}) {
            assertThat(allowed(method, page)).containsExactly("GET", "HEAD");
        }
        type(send(method, "/nothing", "", ""), 404);
        isNotLogged(log);
    }

    private String[] allowed(String method, String path) throws IOException {
        var answer = send(method, path, "Secret: x\r\n", "");
        assertThat(type(answer, 405)).isEqualTo("/problems/method-not-allowed");
        assertThat(new String(answer.body(), UTF_8)).doesNotContain("Secret");
        return answer.headers().get("Allow").split(", ?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//api/tags",
                "/api//tags",
                "/api/tags;x=1",
                "/api/./tags",
                "/api/%2e/tags",
                "/api%2ftags",
                "/api%5ctags",
                "/api/tags/%25"
            })
    void refusesAPathThatCouldBeAnother(String path, CapturedOutput log) throws IOException {
        assertThat(type(get(path), 400)).isEqualTo("/problems/invalid-request");
        isNotLogged(log);
    }

    private Answer get(String path) throws IOException {
        return send("GET", path, "", "");
    }

    private Answer post(String path, String headers, String body) throws IOException {
        return send("POST", path, headers, body);
    }

    private Answer send(String method, String path, String headers, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        var type = body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n";
        try (var wire = new Wire(port)) {
            var answer = wire.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + type + "\r\n")
                    .send(bytes)
                    .answer(!method.equals("HEAD"));
            assertThat(new String(answer.body(), UTF_8)).doesNotContain("Exception", "trace_id");
            Spec.INSTANCE
                    .operation(method, path.replaceFirst("\\?.*", ""))
                    .ifPresent(operation ->
                            assertThat(CHECK.faults(operation, answer)).isEmpty());
            return answer;
        }
    }

    private static String type(Answer answer, int status) {
        return problem(answer, status).get("type").asString();
    }

    /** Where the faults are, and which rules they break. */
    private static Stream<String> faults(Answer answer) {
        return problem(answer, 400)
                .path("errors")
                .valueStream()
                .map(e -> e.path("pointer").asString(e.path("parameter").asString("")) + " "
                        + e.get("code").asString());
    }

    private static JsonNode problem(Answer answer, int status) {
        assertThat(answer.status()).as(new String(answer.body(), UTF_8)).isEqualTo(status);
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/problem+json");
        var problem = Spec.json(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        if (status == 400) {
            assertThat(problem.has("errors") || problem.has("detail"))
                    .as(problem.toString())
                    .isTrue();
        }
        return problem;
    }

    private static void isNotLogged(CapturedOutput log) {
        assertThat(log.getAll()).doesNotContain("Exception", "Error:", "\tat ");
    }
}
