package shop.kontor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import shop.kontor.contract.ContractTest;
import shop.kontor.contract.check.Spec;

/** What the server sends to a browser that shows Swagger UI. */
class SwaggerUiTest extends ContractTest {

    @Test
    void servesTheHandWrittenContractByteForByte() throws IOException {
        var answer = raw().get("/openapi.yaml");

        assertThat(answer.contentType()).isEqualTo("application/yaml");
        assertThat(answer.asByteArray()).isEqualTo(Files.readAllBytes(Spec.FILE));
    }

    @Test
    void showsTheHandWrittenContractThereAndNoOther() {
        assertThat(raw().get("/swagger-ui.html").asString()).contains("swagger-initializer.js");
        var start = raw().get("/swagger-ui/swagger-initializer.js").asString();

        assertThat(start).contains("url: '/openapi.yaml'", "tryItOutEnabled: true");
        assertThat(raw().get("/swagger-ui/index.html").asString()).doesNotContain("http:", "https:", "api-docs");
        assertThat(raw().get("/v3/api-docs").asString()).doesNotContain("/api/");
    }
}
