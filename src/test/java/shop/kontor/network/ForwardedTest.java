package shop.kontor.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import shop.kontor.contract.ContractTest;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What tests of proxies ask: whom the server takes for a client, and for its own address. */
@ExtendWith(OutputCaptureExtension.class)
abstract class ForwardedTest extends ContractTest {

    /** The address that the log names after a failed sign-in with these lines of X-Forwarded-For. */
    final String client(CapturedOutput log, Object... forwardedFor) {
        var before = log.getAll().length();
        var request = raw();
        for (var line : forwardedFor) {
            request = request.header("X-Forwarded-For", line);
        }
        var answer = request.contentType("application/json")
                .body("{\"email\": \"%s@example.com\", \"password\": \"a guess\"}".formatted(UUID.randomUUID()))
                .post("/api/sessions");
        problem(answer, 401, "unauthenticated");
        return log.getAll().substring(before).replaceFirst("(?s).*Sign-in failed address=\"(.*?)\".*", "$1");
    }

    /** What {@code /openapi.yaml} names as the server, asked for with a Host and headers like {@code a: b; c: d}. */
    final String server(String headers) {
        var request = raw().header("Host", "inner.example:8080");
        for (var header : headers.split("; ")) {
            var parts = header.split(": ");
            request = request.header(parts[0], parts[1]);
        }
        var contract = new YAMLMapper().readTree(request.get("/openapi.yaml").asByteArray());
        return contract.at("/servers/0/url").asString();
    }

    /** What a page of the shop at https://shop.example gets through a proxy there. */
    final Response fromOwnPage() {
        return throughProxy("/api/tags/1", "https://shop.example");
    }

    final Response throughProxy(String path, String origin) {
        return raw().header("Host", "inner.example:8080")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "shop.example")
                .header("Origin", origin)
                .redirects()
                .follow(false)
                .get(path);
    }

    static void isRefused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
    }
}
