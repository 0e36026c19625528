package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the program to the same letters and digits wherever it runs: Turkish has another small I, Arabic has other digits. */
class LanguageStartTest extends ProcessTest {

    private static final Map<String, String> ABROAD =
            Map.of("PORT", "0", "JDK_JAVA_OPTIONS", "-Duser.language=tr -Duser.country=TR -Duser.extensions=u-nu-arab");

    @Test
    void answersTheSameInEveryLanguage() {
        var shop = start(folder("abroad"), ABROAD);

        var refused = shop.send("POST", "/api/tags", "{\"TAG_NAME\": 1}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("/problems/invalid-request", "unknown_member");

        assertThat(shop.send("GET", "/api/products/999999999", null).body()).contains("999999999");

        var credentials = "{\"email\": \"MANAGER@EXAMPLE.COM\", \"password\": \"manager-demo\"}";
        assertThat(shop.send("POST", "/api/sessions", credentials).statusCode()).isEqualTo(201);
    }
}
