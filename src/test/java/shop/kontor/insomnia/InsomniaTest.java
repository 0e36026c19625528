package shop.kontor.insomnia;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import shop.kontor.GuardedKontorTest;
import shop.kontor.KontorTest;
import shop.kontor.contract.check.ContractFilter;
import shop.kontor.contract.check.RequestReading.Sent;
import shop.kontor.contract.check.ResponseCheck.Answer;
import shop.kontor.contract.check.Spec;
import shop.kontor.contract.check.Spec.Operation;
import shop.kontor.contract.referees.Referees;
import tools.jackson.databind.JsonNode;

/** What a person finds who imports the collection, or the contract itself, into Insomnia, on servers that no other test uses. */
@KontorTest
@TestPropertySource(properties = "servers-of=InsomniaTest")
class InsomniaTest {

    @LocalServerPort
    private int port;

    @Test
    void theCollectionIsAsTheContractHasIt() throws IOException {
        var current = Path.of("target").resolve(InsomniaCollection.FILE);
        Files.writeString(current, new InsomniaCollection(Spec.INSTANCE).json());

        assertThat(InsomniaCollection.FILE)
                .as("the contract says something else by now: cp %s .", current)
                .usingCharset(UTF_8)
                .hasSameTextualContentAs(current, UTF_8);
    }

    @Test
    void theServerHandsTheCollectionOut() throws IOException {
        assertThat(RestAssured.get(server(port) + "/" + InsomniaCollection.FILE).asByteArray())
                .isEqualTo(Files.readAllBytes(InsomniaCollection.FILE));
    }

    @Test
    void everyRequestIsGrantedInOrderAndThenAgain() {
        everyRequestIsGranted(port);
        everyRequestIsGranted(port);
    }

    /** Where everybody is asked who they are. */
    @Nested
    @GuardedKontorTest
    class WithASecret {

        @Test
        void everyRequestIsGrantedInOrderAndThenAgain(@LocalServerPort int port) {
            everyRequestIsGranted(port);
            everyRequestIsGranted(port);
        }
    }

    private static void everyRequestIsGranted(int port) {
        var exchanges = Insomnia.exchanges(InsomniaCollection.FILE, server(port));

        assertThat(names(exchanges)).isEqualTo(summaries());
        for (var exchange : exchanges) {
            var request = exchange.get("request");
            var answer = answer(exchange.get("response"));
            assertThat(answer.status()).as(exchange.toString()).isBetween(200, 299);
            ContractFilter.INSTANCE.hold(request.get("method").asString(), sent(request), answer);
        }
    }

    private static List<String> names(JsonNode exchanges) {
        return exchanges
                .valueStream()
                .map(exchange -> exchange.at("/request/name").asString())
                .toList();
    }

    private static List<String> summaries() {
        return ClickingOrder.of(Spec.INSTANCE).stream()
                .map(operation -> operation.node().get("summary").asString())
                .toList();
    }

    private static Sent sent(JsonNode request) {
        return new Sent(
                URI.create(request.get("url").asString()),
                new Headers(),
                request.path("body").asString(null));
    }

    private static Answer answer(JsonNode response) {
        return new Answer(
                response.get("status").asInt(),
                response.get("headers").properties().stream()
                        .collect(Collectors.toMap(
                                header -> header.getKey(),
                                header -> header.getValue().asString())),
                response.get("body").asString().getBytes(UTF_8));
    }

    @Test
    void theContractItselfHasTheSameFoldersRequestsAndBodies() {
        var resources = Insomnia.resources(Spec.FILE)
                .valueStream()
                .collect(Collectors.groupingBy(resource -> resource.get("_type").asString()));
        var folders = resources.get("request_group").stream()
                .collect(Collectors.toMap(folder -> folder.get("_id"), folder -> folder.get("name")));
        var variables = resources.get("environment").get(1).get("data");

        assertThat("%s://%s%s"
                        .formatted(
                                variables.get("scheme").asString(),
                                variables.get("host").asString(),
                                variables.get("base_path").asString()))
                .isEqualTo(Spec.INSTANCE.root.at("/servers/0/url").asString());
        assertThat(resources.get("request")).hasSameSizeAs(Spec.INSTANCE.operations);
        for (int i = 0; i < Spec.INSTANCE.operations.size(); i++) {
            var operation = Spec.INSTANCE.operations.get(i);
            var request = resources.get("request").get(i);
            assertThat(folders.get(request.get("parentId")))
                    .isEqualTo(operation.node().at("/tags/0"));
            assertThat(request.get("name")).isEqualTo(operation.node().get("summary"));
            assertThat(request.get("method").asString()).isEqualTo(operation.method());
            assertThat(request.get("url").asString())
                    .isEqualTo("{{ base_url }}" + operation.path().replaceAll("\\{(\\w+)}", "{{ $1 }}"));
            assertThat(request.get("authentication").has("token"))
                    .as("whether %s has a token", operation)
                    .isEqualTo(!operation.node().has("security")
                            || !operation.node().get("security").isEmpty());
            hasTheBodyOf(operation, request.at("/body/text"));
        }
    }

    private static void hasTheBodyOf(Operation operation, JsonNode text) {
        assertThat(text.isString()).isEqualTo(operation.node().has("requestBody"));
        if (text.isString()) {
            var schema = operation.at() + "/requestBody/content/application~1json/schema";
            var body = Spec.json(text.asString().getBytes(UTF_8));
            assertThat(Spec.INSTANCE.validate(schema, body)).isEmpty();
            assertThat(body.equals(
                            InsomniaTest::compare, Spec.INSTANCE.at(schema).get("example")))
                    .as(body.toString())
                    .isTrue();
        }
    }

    /** As {@code equals}, but for the zeros behind the point that JavaScript does not write. */
    private static int compare(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue())
                : one.equals(other) ? 0 : 1;
    }

    private static String server(int port) {
        return "http://localhost:" + Referees.before(port);
    }
}
