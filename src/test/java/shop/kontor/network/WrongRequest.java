package shop.kontor.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import shop.kontor.contract.ContractTest;
import shop.kontor.contract.check.ResponseCheck;
import shop.kontor.contract.check.ResponseCheck.Answer;
import shop.kontor.contract.check.Spec;
import tools.jackson.databind.JsonNode;

/** Sends what is wrong, whose answer is of the contract: it is the client's fault, is named, and is nothing to log. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(20)
abstract class WrongRequest extends ContractTest {

    static final String LAMP = "{\"product_name\": \"Lamp\", \"price\": %s}";

    private static final ResponseCheck CHECK = new ResponseCheck(Spec.INSTANCE);

    final Answer get(String path) throws IOException {
        return send("GET", path, "", "");
    }

    final Answer post(String path, String headers, String body) throws IOException {
        return send("POST", path, headers, body);
    }

    final Answer send(String method, String path, String headers, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        var type = body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n";
        try (var wire = new Wire(port)) {
            var answer = wire.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + type + "\r\n")
                    .send(bytes)
                    .answer(!method.equals("HEAD"));
            assertThat(new String(answer.body(), UTF_8)).doesNotContain("Exception", "/problems/internal");
            Spec.INSTANCE
                    .operation(method, path.replaceFirst("\\?.*", ""))
                    .ifPresent(operation ->
                            assertThat(CHECK.faults(operation, answer)).isEmpty());
            return answer;
        }
    }

    static String type(Answer answer, int status) {
        return problem(answer, status).get("type").asString();
    }

    /** Where the faults are, and which rules they break. */
    static Stream<String> faults(Answer answer) {
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

    static void isNotLogged(CapturedOutput log) {
        assertThat(log.getAll()).doesNotContain("Exception", "Error:", "\tat ");
    }
}
