package shop.kontor.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.kontor.contract.check.Spec;
import tools.jackson.databind.JsonNode;

/** Holds the program to JSON, and nothing else, where JSON is asked for. */
class LogStartTest extends ProcessTest {

    private static final Map<String, String> JSON = Map.of(
            "PORT", "0",
            "HOST", "127.0.0.1",
            "KONTOR_SECRET", "a secret of the tests, 32 bytes and more",
            "KONTOR_LOG", "json",
            "KONTOR_LOG_REQUESTS", "true",
            "KONTOR_LOGG", "a mistake");

    private static List<JsonNode> objects(String output) {
        return output.lines().map(line -> Spec.json(line.getBytes(UTF_8))).toList();
    }

    private static List<String> messages(String output) {
        return objects(output).stream()
                .map(line -> line.get("message").asString())
                .toList();
    }

    @Test
    void writesAnObjectInEachLine() {
        var shop = start(folder("json"), JSON);
        var answer = shop.send("GET", "/api/tags?per_page=0", null);
        await().until(() -> shop.output().contains("\"Request\""));
        shop.stop();

        assertThat(messages(shop.output()))
                .anyMatch(message -> message.contains("KONTOR_LOGG"))
                .anyMatch(message -> message.contains("manager@kontor.invalid"))
                .anyMatch(message -> message.contains("http://localhost:"));
        assertThat(objects(shop.output()))
                .filteredOn(line -> line.get("message").asString().equals("Request"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get("trace_id").asString())
                            .isEqualTo(answer.headers().firstValue("Trace-Id").orElseThrow());
                    assertThat(line.get("operation_id").asString()).isEqualTo("listTags");
                    assertThat(line.get("status").isInt()).isTrue();
                    assertThat(line.get("status").asInt()).isEqualTo(400);
                    assertThat(line.get("milliseconds").isIntegralNumber()).isTrue();
                });
    }

    @Test
    void saysWhyItDoesNotStartInOneObject() {
        var refusal = refusal(Map.of("KONTOR_LOG", "json", "DB_PORT", "mysql"));

        assertThat(messages(refusal)).singleElement().asString().startsWith("DB_PORT");
        assertThat(objects(refusal).get(0).get("level").asString()).isEqualTo("ERROR");
    }

    @Test
    void knowsNoOtherFormat() {
        assertThat(refusal(Map.of("KONTOR_LOG", "xml")))
                .startsWith("KONTOR_LOG")
                .contains("xml", "text", "json");
        assertThat(refusal(Map.of("KONTOR_LOG_REQUESTS", "maybe"))).startsWith("KONTOR_LOG_REQUESTS");
    }
}
