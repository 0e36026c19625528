package shop.kontor.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Header;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import shop.kontor.contract.ContractTest;

/** What pages of other origins may do when {@code KONTOR_CORS} names some: those what the contract has, others nothing. */
@TestPropertySource(properties = "KONTOR_CORS=https://shop.example, http://localhost:3000")
class CorsTest extends ContractTest {

    private Response preflight(String origin, String method, String headers) {
        return raw().header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers)
                .options("/api/tags/1");
    }

    static Response isRefused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        return hasNoCorsHeader(answer);
    }

    private static Response hasNoCorsHeader(Response answer) {
        assertThat(answer.headers().asList())
                .extracting(Header::getName)
                .noneMatch(name -> name.toLowerCase().startsWith("access-control-"));
        return answer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example", "http://localhost:3000"})
    void letsAConfiguredOriginSendAndReadWhatTheContractHas(String origin) {
        for (var method : new String[] {"GET", "POST", "PUT", "DELETE"}) {
            var headers = "content-type, authorization, if-match, if-none-match, idempotency-key, traceparent";
            var answer = preflight(origin, method, headers);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
            assertThat(answer.header("Access-Control-Allow-Methods")).contains(method);
            assertThat(answer.header("Access-Control-Allow-Headers")).isEqualToIgnoringCase(headers);
            assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        }
        var read = raw().header("Origin", origin).get("/api/tags/1");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(read.headers().getValues("Vary")).contains("Origin");
        assertThat(read.header("Access-Control-Expose-Headers").split(", "))
                .containsExactlyInAnyOrder(
                        "Link", "X-Total-Count", "ETag", "Location", "Retry-After", "WWW-Authenticate", "Trace-Id");
    }

    @Test
    void letsAConfiguredOriginReadProblems() {
        var answer = raw().header("Origin", "https://shop.example").get("/api/tags/999999999");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://shop.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://shop.example",
                "https://shop.example:8443",
                "https://shop.example.evil.example",
                "null",
                "no origin at all"
            })
    void refusesAnyOtherOrigin(String origin) {
        isRefused(preflight(origin, "GET", "content-type"));
        isRefused(raw().header("Origin", origin).get("/api/tags/1"));
    }

    @Test
    void refusesMethodsAndHeadersThatTheContractHasNot() {
        isRefused(preflight("https://shop.example", "PATCH", "content-type"));
        isRefused(preflight("https://shop.example", "GET", "x-other"));
    }

    @Test
    void takesItsOwnPagesForNoOtherOrigin() {
        var answer = raw().header("Origin", "http://localhost:" + port).get("/api/tags/1");

        assertThat(hasNoCorsHeader(answer).statusCode()).isEqualTo(200);
    }
}
