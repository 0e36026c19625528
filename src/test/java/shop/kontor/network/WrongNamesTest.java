package shop.kontor.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;

/** Names of parameters, members, methods and paths are named in the answer, whatever their characters. */
class WrongNamesTest extends WrongRequest {

    @ParameterizedTest
    @ValueSource(
            strings = {"%01", "%00", "%7F", "%C2%85", "%CD%B8", "%E2%80%8B", "%EF%BF%BF", "%F3%A0%80%81", "%22%3C"})
    void namesAnUnknownParameterWhateverItsCharacters(String name, CapturedOutput log) throws IOException {
        var decoded = URLDecoder.decode(name, UTF_8);

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
}
