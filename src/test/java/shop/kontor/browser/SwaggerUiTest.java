package shop.kontor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import shop.kontor.contract.ContractTest;
import shop.kontor.contract.check.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the server sends to a browser that shows Swagger UI. */
class SwaggerUiTest extends ContractTest {

    @Test
    void servesTheHandWrittenContractWithTheAddressItIsFetchedFrom() throws IOException {
        var answer = raw().get("/openapi.yaml");

        assertThat(answer.contentType()).isEqualTo("application/yaml");
        assertThat(server(answer)).isEqualTo("http://localhost:" + port);
        assertThat(answer.asString().replace(server(answer), server(Spec.INSTANCE.root)))
                .isEqualTo(Files.readString(Spec.FILE));
    }

    @Test
    void namesTheAddressThatItsReaderKnows() {
        assertThat(server(raw().header("Host", "127.0.0.1").get("/openapi.yaml")))
                .isEqualTo("http://127.0.0.1");
        assertThat(server(raw().header("Host", "[::1]:80").get("/openapi.yaml")))
                .isEqualTo("http://[::1]:80");
    }

    @Test
    void sendsTheContractAgainOnlyWhereItDiffers() {
        var tag = raw().get("/openapi.yaml").header("ETag");

        assertThat(raw().header("If-None-Match", tag).get("/openapi.yaml").statusCode())
                .isEqualTo(304);
        assertThat(raw().header("If-None-Match", tag)
                        .header("Host", "127.0.0.1")
                        .get("/openapi.yaml")
                        .statusCode())
                .isEqualTo(200);
        var head = raw().head("/openapi.yaml");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(tag);
    }

    private static String server(Response answer) {
        return server(new YAMLMapper().readTree(answer.asByteArray()));
    }

    private static String server(JsonNode contract) {
        return contract.at("/servers/0/url").asString();
    }

    @Test
    void showsTheHandWrittenContractThereAndNoOther() {
        assertThat(raw().get("/swagger-ui.html").asString()).contains("swagger-initializer.js");
        var start = raw().get("/swagger-ui/swagger-initializer.js").asString();

        assertThat(start).contains("url: '/openapi.yaml'", "tryItOutEnabled: true");
        assertThat(raw().get("/swagger-ui/index.html").asString()).doesNotContain("http:", "https:", "api-docs");
        problem(raw().get("/v3/api-docs"), 403, "forbidden");
    }
}
