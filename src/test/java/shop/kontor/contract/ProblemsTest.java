package shop.kontor.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import shop.kontor.client.model.Problem;

/** Whatever is refused, by whomever, is answered as a problem that tells nothing of the inside. */
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest extends ContractTest {

    @Autowired
    DataSource dataSource;

    private static Response isProblem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.as(Problem.class).getStatus()).isEqualTo(status);
        assertThat(answer.asString()).doesNotContain("Exception", "java", "springframework", "SQL", "tomcat");
        return answer;
    }

    private long rows() {
        return database.queryForObject(
                "SELECT (SELECT COUNT(*) FROM products) + (SELECT COUNT(*) FROM tags)", Long.class);
    }

    static Stream<Arguments> badBodies() {
        var lamp = "{\"product_name\": \"Lamp\", \"price\": %s}";
        return Stream.of(
                Arguments.of("{\"product_name\": \"Lamp\"", "# malformed"),
                Arguments.of("{\"product_name\": \"Lamp\", \"price\": 1} x", "# malformed"),
                Arguments.of("{\"price\": 1, \"price\": 2, \"product_name\": \"Lamp\"}", "# malformed"),
                Arguments.of("{\"a\":".repeat(1_600), "# malformed"),
                Arguments.of("[".repeat(8_000), "# malformed"),
                Arguments.of(lamp.formatted("9".repeat(8_000)), "# malformed"),
                Arguments.of(lamp.formatted("9".repeat(900)), "#/price maximum"),
                Arguments.of(lamp.formatted("1e309"), "#/price maximum"),
                Arguments.of(lamp.formatted("1e999999999"), "#/price maximum"),
                Arguments.of(lamp.formatted("1e-999999999"), "#/price maximum"),
                Arguments.of(lamp.formatted("1e99999999999"), "# malformed"),
                Arguments.of(lamp.formatted("NaN"), "# malformed"),
                Arguments.of(lamp.formatted("0.001"), "#/price multipleOf"),
                Arguments.of(lamp.formatted("\"1\""), "#/price type"),
                Arguments.of(lamp.formatted("null"), "#/price type"),
                Arguments.of("{\"product_name\": \"a\\u0000b\", \"price\": 1}", "#/product_name pattern"),
                Arguments.of("{\"product_name\": \"a\\ud800\", \"price\": 1}", "#/product_name malformed"),
                Arguments.of("{\"product_name\": \"a\\nb\", \"price\": 1}", "#/product_name pattern"),
                Arguments.of("{\"product_name\": 1, \"price\": 1}", "#/product_name type"),
                Arguments.of(lamp.formatted("1, \"stock\": 1.5"), "#/stock type"),
                Arguments.of(lamp.formatted("1, \"stock\": 2147483648"), "#/stock maximum"),
                Arguments.of("", "# required"),
                Arguments.of("null", "# type"),
                Arguments.of("[]", "# type"),
                Arguments.of("\"x\"", "# type"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    @Timeout(5)
    void refusesABadBodyAndChangesNothing(String body, String fault) {
        var before = rows();

        var answer =
                raw().contentType("application/json").body(body.getBytes(UTF_8)).post("/api/products");

        assertThat(faults(isProblem(answer, 400))).containsExactly(fault);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        var body = "{\"tag_name\": \"\u00e4\"}".getBytes(ISO_8859_1);

        assertThat(faults(isProblem(
                        raw().contentType("application/json").body(body).post("/api/tags"), 400)))
                .containsExactly("# malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/json;charset=iso-8859-1",
                "application/octet-stream"
            })
    void refusesAnotherMediaType(String type) {
        var answer = raw().header("Content-Type", type)
                .body("{\"tag_name\": \"black\"}".getBytes(UTF_8))
                .post("/api/tags");

        assertThat(isProblem(answer, 415).as(Problem.class).getType()).isEqualTo("/problems/unsupported-media-type");
    }

    @Test
    void refusesToAnswerInAnotherMediaType() {
        isProblem(raw().accept("application/xml").get("/api/tags"), 406);
    }

    @Test
    void answersADeleteToWhoAcceptsJson() {
        assertThat(raw().accept("application/json")
                        .delete("/api/tags/" + tag().getId())
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "DELETE", "PUT"})
    void refusesAnotherMethodAndNamesTheRightOnes(String method) {
        assertThat(isProblem(raw().request(method, "/api/tags"), 405).header("Allow"))
                .contains("GET", "POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/nothing", "/api/tags/1/x", "/api/tags/", "/error"})
    void findsNoPathThatIsNotThere(String path) {
        assertThat(isProblem(raw().get(path), 404).as(Problem.class).getType()).isEqualTo("/problems/not-found");
    }

    @Test
    @Timeout(10)
    void refusesABodyOfTenMegabytes() {
        var body = new byte[10 * 1024 * 1024];

        isProblem(raw().contentType("application/json").body(body).post("/api/products"), 413);
        isProblem(
                raw().contentType("application/json")
                        .body(new java.io.ByteArrayInputStream(body))
                        .post("/api/products"),
                413);
    }

    @Test
    void refusesTooManyFaultyRowsWithoutDrowningInThem() {
        var row = "{\"tagIds\": [" + "\"\",".repeat(99) + "\"\"]}";
        var body = "[" + (row + ",").repeat(999) + row + "]";

        var answer =
                raw().contentType("application/json").body(body.getBytes(UTF_8)).post("/api/product-batches");

        assertThat(isProblem(answer, 400).as(Problem.class).getErrors()).hasSize(1000);
    }

    /** Lines that no client library would send. */
    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("GET /api/products/%zz HTTP/1.1", 400),
                Arguments.of("GET /api/products/%00 HTTP/1.1", 400),
                Arguments.of("GET /api/products?q=%zz HTTP/1.1", 400),
                Arguments.of("GET /api/products?q=%ff HTTP/1.1", 400),
                Arguments.of("GET /api/products?q=a b HTTP/1.1", 400),
                Arguments.of("GET /api/../../etc/passwd HTTP/1.1", 400),
                Arguments.of("G@T /api/tags HTTP/1.1", 400),
                Arguments.of("TRACE /api/tags HTTP/1.1", 405),
                Arguments.of("nonsense", 400),
                Arguments.of("GET /" + "x".repeat(20_000) + " HTTP/1.1", 400),
                Arguments.of("GET /api/tags HTTP/1.1\r\nX-Long: " + "x".repeat(20_000), 400),
                Arguments.of("GET /api/tags HTTP/9.9", 505));
    }

    @ParameterizedTest
    @MethodSource("badRequests")
    @Timeout(10)
    void answersAProblemToARequestThatIsNone(String head, int status) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status)
                    .containsIgnoringCase("Content-Type: application/problem+json");
            assertThat(answer).containsPattern("(?s)\nTrace-Id: ([0-9a-f]{32})\r\n.*\"trace_id\":\"\\1\"");
            assertThat(answer).contains("\"status\":" + status).doesNotContain("<", "Exception", "apache");
        }
    }

    @Test
    void saysWhereToFindAFailureInTheLog(CapturedOutput log) {
        database.execute("ALTER TABLE product_words RENAME TO elsewhere");
        try {
            var problem = isProblem(raw().get("/api/products?q=lamp"), 500).as(Problem.class);

            assertThat(problem.getType()).isEqualTo("/problems/internal");
            assertThat(problem.getDetail()).isNull();
            assertThat(log.getAll().lines())
                    .anyMatch(line -> line.contains(" ERROR ") && line.contains(problem.getTraceId()));
            assertThat(log).contains("error 1146");
        } finally {
            database.execute("ALTER TABLE elsewhere RENAME TO product_words");
        }
    }

    @Test
    @Timeout(30)
    void saysWhenToTryAgainWhenAllConnectionsAreInUse() throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            for (int i = 0; i < 16; i++) {
                taken.add(dataSource.getConnection());
            }
            // at once, since the database ends connections that are not used
            var paths = List.of("/api/tags/1", "/api/categories");
            for (var answer : Race.of(paths.size(), i -> raw().get(paths.get(i)))) {
                assertThat(isProblem(answer, 503).header("Retry-After")).isEqualTo("1");
            }
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        assertThat(raw().get("/api/tags/1").statusCode()).isEqualTo(200);
    }

    /** With a product of tags that no database counts in a day, and a limit that suits a test. */
    @Test
    @Timeout(30)
    void endsAReadThatTakesTooLongAndDoesNotAskForARetry() {
        var tags = IntStream.range(0, 20).mapToObj(i -> "tags t" + i).collect(Collectors.joining(", "));
        statements.rewriting(
                sql -> sql.replaceFirst("(?s)COUNT\\(\\*\\)(.*)FROM tags", "SUM(t0.id + t19.id)$1FROM " + tags)
                        .replaceFirst("max_statement_time = \\d+", "max_statement_time = 0.1")
                        .replaceFirst("MAX_EXECUTION_TIME\\(\\d+", "MAX_EXECUTION_TIME(100"),
                () -> {
                    var answer = raw().get("/api/tags?total=true");
                    problem(answer, 503, "query-timeout");
                    assertThat(answer.header("Retry-After")).isNull();
                });
        assertThat(raw().get("/api/tags?total=true").statusCode()).isEqualTo(200);
        assertThat(database.queryForList("SELECT info FROM information_schema.processlist", String.class))
                .noneMatch(statement -> statement != null && statement.contains("tags t19"));
    }
}
