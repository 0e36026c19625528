package shop.kontor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import shop.kontor.GuardedKontorTest;
import shop.kontor.contract.ContractTest;

/** Whoever has only the server's address gets everything from the page at its root. */
@GuardedKontorTest
@Tag("packed")
class FrontPageLinksTest extends ContractTest {

    private static final Pattern LINK = Pattern.compile("href=\"(.*?)\"");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html",
            "css", "text/css",
            "png", "image/png",
            "yaml", "application/yaml",
            "json", "application/json",
            "jar", "application/java-archive",
            "pom", "application/octet-stream",
            "tgz", "application/octet-stream");

    private List<String> links() {
        return LINK.matcher(raw().get("/").asString())
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    @Test
    void leadsToSwaggerUiTheContractTheCollectionAndTheJavaSdk() {
        assertThat(links())
                .contains(
                        "/swagger-ui.html",
                        "/openapi.yaml",
                        "/insomnia-collection.json",
                        "/sdk/kontor-client.jar",
                        "/sdk/kontor-client.pom",
                        "/sdk/kontor-client-sources.jar",
                        "/sdk/kontor-client-javadoc.jar");
    }

    @Test
    void hasNoDeadLink() {
        for (var link : links()) {
            var answer = raw().get(link);

            assertThat(answer.statusCode()).as(link).isEqualTo(200);
            assertThat(answer.contentType()).as(link).startsWith(TYPES.get(link.replaceFirst(".*\\.", "")));
        }
    }

    @Test
    void isSentAgainOnlyIfItChanged() {
        var tag = raw().get("/").header("ETag");

        var answer = raw().header("If-None-Match", tag).get("/");

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }
}
