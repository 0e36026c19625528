package shop.kontor.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.contract.ContractTest;
import shop.kontor.contract.check.Spec;

/** Forms are not accepted, whatever they hold, and a media type that is none is never a failure of the server. */
class MediaTypesTest extends ContractTest {

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + port + path.replaceAll("\\{\\w+}", "999999999"));
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", type)
                        .method(method, publisher)
                        .build(),
                BodyHandlers.ofString());
    }

    private static void isUnsupported(HttpResponse<String> answer) {
        assertThat(answer.body()).contains("/problems/unsupported-media-type");
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "Application/X-WWW-Form-Urlencoded; charset=utf-8",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "multipart/mixed; boundary="
            })
    void acceptsNoForms(String type) throws IOException, InterruptedException {
        for (var operation : Spec.INSTANCE.operations) {
            isUnsupported(send(operation.method(), operation.path(), type, "a=%zz"));

            var empty = send(operation.method(), operation.path(), type, "");
            assertThat(empty.statusCode()).as(operation + empty.body()).isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
    void parsesNoForms(String method) throws IOException, InterruptedException {
        var form = IntStream.range(0, 60_000).mapToObj(i -> "name" + i + "=x").collect(Collectors.joining("&"));
        var answer = send(method, "/api/tags/1", "application/x-www-form-urlencoded", form);

        isUnsupported(answer);
        assertThat(answer.body().length()).isLessThan(1000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "/",
                "application/json;charset=foo",
                "application/json;charset=",
                "text/plain; charset=\"",
                "application/json; charset=utf-7"
            })
    void saysSoOfATypeThatIsNone(String type) throws IOException, InterruptedException {
        for (var operation : Spec.INSTANCE.operations) {
            var empty = send(operation.method(), operation.path(), type, "");

            assertThat(empty.statusCode()).as(operation + empty.body()).isLessThan(500);
            if (operation.node().has("requestBody")) {
                isUnsupported(send(operation.method(), operation.path(), type, "{}"));
            }
        }
    }

    @Test
    void ignoresTheTypeOfNothing() throws IOException, InterruptedException {
        assertThat(send("GET", "/api/tags", "multipart/form-data", "").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/api/tags", "foo", "").statusCode()).isEqualTo(200);
    }
}
