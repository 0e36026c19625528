package shop.kontor.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;

/** Headers may hold what no client should send, such as the quotes that word processors make. */
class WrongHeadersTest extends WrongRequest {

    /** A zero-width space and curly quotes as a word processor makes them, in UTF-8, and bytes that are no text. */
    private static final List<String> ODD = List.of(
            "\u00e2\u0080\u008b", "\u00e2\u0080\u009cx\u00e2\u0080\u009d", "\u0085", "\u009f", "\u00ff", "x\u00a0");

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
}
