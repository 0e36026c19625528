package shop.kontor.contract.referees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import shop.kontor.KontorTest;
import shop.kontor.contract.check.Spec;

/** Runs last: the referees have seen all that the contract declares, and have nothing against it. */
@Order(Integer.MAX_VALUE)
@KontorTest
class RefereesTest {

    @LocalServerPort
    private int port;

    @BeforeEach
    void areThere() {
        assumeTrue(Referees.areThere(), "only .ci/referees puts them between clients and servers");
    }

    @Test
    void haveNothingAgainstAnyAnswerOrGoodRequest() throws IOException {
        var verdicts = verdicts();
        assertThat(against(verdicts)).isEmpty();
        System.out.printf(
                "referees: %d exchanges, %d of them granted, 0 answers unlike the contract, 0 good requests refused%n",
                verdicts.size(),
                verdicts.stream().filter(verdict -> verdict.status() < 400).count());
    }

    @Test
    void haveSeenEverythingThatIsDeclared() throws IOException {
        var missing = new TreeSet<String>();
        Spec.INSTANCE.operations.forEach(operation -> operation.node().get("responses").propertyNames().stream()
                .filter(status -> !status.equals("default"))
                .forEach(status -> missing.add(operation.id() + " " + status)));
        assertThat(missing).isNotEmpty();

        verdicts().stream().flatMap(Verdict::declared).forEach(missing::remove);

        assertThat(missing).isEmpty();
    }

    @Test
    void haveNothingAgainstTheExamplesOfTheContract() throws IOException {
        var file = Referees.FOLDER.resolve("examples.jsonl");
        try (var server = new ExampleServer()) {
            var address = "http://localhost:" + Referees.before(server.port(), Spec.FILE, file);
            for (var operation : Spec.INSTANCE.operations) {
                for (var status : operation.node().get("responses").propertyNames()) {
                    var request = RestAssured.given()
                            .baseUri(address)
                            .header("Authorization", "Bearer token")
                            .header("Status", status);
                    var body = operation.node().at("/requestBody/content/application~1json");
                    if (!body.isMissingNode()) {
                        request.contentType("application/json")
                                .body(ExampleServer.example(body).toString());
                    }
                    request.request(operation.method(), operation.path().replaceAll("\\{\\w+}", "1"));
                }
            }
        }

        assertThat(Verdict.read(file))
                .hasSizeGreaterThan(Spec.INSTANCE.operations.size())
                .satisfies(verdicts -> assertThat(against(verdicts)).isEmpty());
    }

    @Test
    void objectToAnAnswerAndARequestUnlikeTheirContract() throws Exception {
        var contract = Referees.FOLDER.resolve("spoilt.yaml");
        var spoilt = Files.readString(Spec.FILE)
                .replace("tag_name: { type: string", "tag_name: { type: integer")
                .replace(
                        "tag_name: { $ref: '#/components/schemas/Name' }",
                        "tag_name: { type: integer, format: int32 }");
        Files.writeString(contract, spoilt);
        var file = Referees.FOLDER.resolve("spoilt.jsonl");
        var tags = RestAssured.given()
                .baseUri("http://localhost:" + Referees.before(port, contract, file))
                .contentType("application/json")
                .body("{\"tag_name\": \"%s\"}".formatted(UUID.randomUUID()));

        tags.post("/api/tags").then().statusCode(201);

        assertThat(Verdict.read(file))
                .hasSize(1)
                .allSatisfy(verdict -> assertThat(Verdict.REFEREES)
                        .allSatisfy(referee -> assertThat(verdict.faults(referee))
                                .as("%s of %s", referee, verdict)
                                .hasSize(2)));
    }

    private static List<Verdict> against(List<? extends Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> Verdict.REFEREES.stream()
                        .anyMatch(referee -> !verdict.faults(referee).isEmpty()))
                .<Verdict>map(verdict -> verdict)
                .toList();
    }

    private static List<Verdict> verdicts() throws IOException {
        try (var files = Files.newDirectoryStream(Referees.FOLDER, "verdicts-*.jsonl")) {
            var verdicts = new ArrayList<Verdict>();
            for (Path file : files) {
                verdicts.addAll(Verdict.read(file));
            }
            assertThat(verdicts).isNotEmpty();
            return verdicts;
        }
    }
}
