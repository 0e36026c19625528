package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the start to what a secret asks of it, and does for it. */
class GuardedStartTest extends ProcessTest {

    /** An address, and on the same line a password. */
    private static final Pattern FIRST_MANAGER = Pattern.compile("(\\S+@\\S+).* password (\\S+)");

    @Test
    void listensOnNoOtherAddressAndTakesNoShortSecret() {
        assertThat(refusal(Map.of("HOST", "0.0.0.0"))).contains("KONTOR_SECRET", "HOST");
        assertThat(refusal(Map.of("KONTOR_SECRET", "too short"))).contains("KONTOR_SECRET", "32");
    }

    @Test
    void asksEverybodyWhoTheyAreOnceItHasASecret() throws IOException {
        var settings = Map.of("PORT", "0", "KONTOR_SECRET", "a secret of the tests, 32 bytes and more");
        var guarded = start(folder("guarded"), settings);

        var first = FIRST_MANAGER.matcher(guarded.says());
        assertThat(first.find()).as(guarded.says()).isTrue();
        assertThat(guarded.send("GET", "/api/users", null).statusCode()).isEqualTo(401);
        assertThat(guarded.send("GET", "/api/products", null).body()).isEqualTo("[]");
        var credentials = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(first.group(1), first.group(2));
        assertThat(guarded.send("POST", "/api/sessions", credentials).body()).contains("\"role\":\"manager\"");
        for (var address : otherAddresses()) {
            connect(address, guarded.port());
        }

        guarded.stop();
        assertThat(start(folder("guarded"), settings).says()).doesNotContain("password", "manager");
    }

    @Test
    void makesTheFirstManagerThatTheEnvironmentNames() {
        var credentials = "{\"email\": \"owner@example.com\", \"password\": \"a phrase of my own\"}";
        var named = start(
                folder("named"),
                Map.of(
                        "PORT", "0",
                        "KONTOR_SECRET", "a secret of the tests, 32 bytes and more",
                        "KONTOR_MANAGER_EMAIL", "Owner@example.com",
                        "KONTOR_MANAGER_PASSWORD", "a phrase of my own"));

        assertThat(named.says()).doesNotContain("a phrase of my own").doesNotContainPattern(FIRST_MANAGER);
        assertThat(named.send("POST", "/api/sessions", credentials).body()).contains("\"role\":\"manager\"");
    }
}
