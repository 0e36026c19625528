package shop.kontor.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import shop.kontor.client.model.Credentials;
import shop.kontor.client.model.UserInput;
import shop.kontor.client.model.UserUpdate;

/** What the log says of requests, in one line each, and what it never says: with all that can be logged of them. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = {"kontor.logging.requests=true", "kontor.logging.slow-statement=0s"})
class LogTest extends GuardedContractTest {

    private static final String MARK = "m4rker";
    private static final LoggingSystem LEVELS = LoggingSystem.get(LogTest.class.getClassLoader());

    @Autowired
    private Contract contract;

    /** The lines of a request, once the last of them is there. */
    private static List<String> lines(CapturedOutput log, Response answer) {
        var id = " [" + answer.header("Trace-Id") + "] ";
        await().until(() -> log.getAll().lines().anyMatch(line -> line.contains(id) && line.contains("RequestLog")));
        return log.getAll()
                .lines()
                .filter(line -> line.contains(id))
                .map(line -> line.replaceFirst(".*? : ", ""))
                .toList();
    }

    private static String last(CapturedOutput log, Response answer) {
        var lines = lines(log, answer);
        return lines.get(lines.size() - 1).replaceFirst("milliseconds=\"\\d+\"", "…");
    }

    @Test
    void saysOfARequestWhatItWasAndHowItEnded(CapturedOutput log) {
        var user = newcomer();
        var path = "/api/users/" + user.getId();
        var who = " user=\"" + user.getId() + "\"";
        var token = tokenOf(user);

        assertThat(last(log, get(path, token)))
                .isEqualTo("Request method=\"GET\" operation_id=\"getUser\" status=\"200\" …" + who);
        assertThat(last(log, get("/api/users", token)))
                .isEqualTo("Request method=\"GET\" operation_id=\"listUsers\" status=\"403\" …" + who);
        assertThat(last(log, get(path, null)))
                .isEqualTo("Request method=\"GET\" operation_id=\"getUser\" status=\"401\" …");
        assertThat(last(log, raw().head("/api/tags/1")))
                .isEqualTo("Request method=\"HEAD\" operation_id=\"getTag\" status=\"200\" …");
        assertThat(last(log, raw().get("/nothing"))).isEqualTo("Request method=\"GET\" status=\"404\" …");
        assertThat(last(log, raw().header("Origin", "https://x.example").get("/api/tags/1")))
                .isEqualTo("Request method=\"GET\" operation_id=\"getTag\" status=\"403\" …");
    }

    @Test
    void namesTheStatementsOfARequest(CapturedOutput log) {
        assertThat(lines(log, raw().get("/api/tags/1")))
                .filteredOn(line -> line.startsWith("Slow statement"))
                .isNotEmpty()
                .allMatch(
                        line -> line.matches(
                                "Slow statement statement=\"shop\\.kontor\\.catalog\\.\\w+Mapper\\.\\w+\" milliseconds=\"\\d+\""))
                .anyMatch(line -> line.contains("TagMapper.find\""));
    }

    @Test
    void writesNoMoreThanOneLine(CapturedOutput log) {
        LoggerFactory.getLogger(LogTest.class).warn("begin\r\nEvil\u001b[31m\u2028Evil\u0085 end");

        assertThat(log.getAll().lines().filter(line -> line.contains("Evil") || line.contains("begin")))
                .singleElement()
                .asString()
                .containsPattern("begin Evil.*Evil +end$")
                .doesNotContainPattern("[\\p{Cntrl}\u0085\u2028]");
    }

    @Test
    void saysNothingThatAClientSent(CapturedOutput log) throws IOException {
        LEVELS.setLogLevel("ROOT", LogLevel.DEBUG);
        LEVELS.setLogLevel("shop.kontor", LogLevel.TRACE);
        List<String> tokens;
        try {
            tokens = sendAll();
            lines(log, raw().get("/api/tags/1"));
        } finally {
            LEVELS.setLogLevel("shop.kontor", LogLevel.INFO);
            LEVELS.setLogLevel("ROOT", LogLevel.WARN);
        }

        assertThat(log.getAll())
                .contains(
                        "Sign-in failed",
                        "Slow statement",
                        "Request",
                        "Internal server error",
                        "error 1062",
                        " DEBUG ");
        assertThat(log.getAll().lines().filter(line -> line.contains(MARK) || line.contains("@example.com")))
                .isEmpty();
        assertThat(tokens).hasSize(2);
        assertThat(log.getAll()).doesNotContain(tokens);
    }

    @Test
    void namesAFailureInAFilterOnce(CapturedOutput log) {
        var token = manager();
        database.execute("ALTER TABLE sessions RENAME TO elsewhere");
        try {
            var answer = get("/api/users", token);
            problem(answer, 500, "internal");

            assertThat(lines(log, answer))
                    .filteredOn(line -> !line.startsWith("Slow statement"))
                    .hasSize(2)
                    .first()
                    .isEqualTo("Internal server error");
            assertThat(log.getAll()).containsOnlyOnce("java.sql.SQLSyntaxErrorException");
        } finally {
            database.execute("ALTER TABLE elsewhere RENAME TO sessions");
        }
    }

    /** Everything that a client can choose has the mark; returns tokens. */
    private List<String> sendAll() throws IOException {
        var email = MARK + UUID.randomUUID() + "@example.com";
        var password = MARK + " battery staple";
        var ada = new UserInput().name(MARK).email(email).password(password);
        var registered = users().registerUser()
                .body(ada)
                .executeAs(r -> r.then().statusCode(201).extract().response());
        problem(answer(users().registerUser().body(ada)), 409, "duplicate");
        problem(answer(users().signIn().body(new Credentials().email(email).password(MARK))), 401, "unauthenticated");
        problem(
                answer(users().signIn()
                        .body(new Credentials().email("no" + email).password(MARK))),
                401,
                "unauthenticated");
        var token = signIn(email, password);
        var change = new UserUpdate().password(MARK + " other words").currentPassword(MARK);
        assertThat(faults(answer(as(token)
                        .users()
                        .updateUser()
                        .userIdPath(registered.getId())
                        .body(change))))
                .containsExactly("#/current_password wrong_password");
        answer(as(token).users().updateUser().userIdPath(registered.getId()).body(change.currentPassword(password)));
        failInside(ada.name(MARK + " again"));
        var manager = manager();
        order(token, registered.getId());
        sendOddly(manager);
        for (var text : odd()) {
            sendRaw(text);
        }
        return List.of(token, manager);
    }

    /** Makes an error of the server that repeats a client's value: a constraint that no feature declares. */
    private void failInside(UserInput duplicate) {
        database.execute("ALTER TABLE users RENAME INDEX uq_users_email TO uq_elsewhere");
        try {
            problem(answer(users().registerUser().body(duplicate)), 500, "internal");
        } finally {
            database.execute("ALTER TABLE users RENAME INDEX uq_elsewhere TO uq_users_email");
        }
    }

    /** One that is shipped, after one that is not. */
    private void order(String token, long userId) {
        var orders = "/api/users/" + userId + "/orders";
        as(raw(), token)
                .contentType("application/json")
                .body("{\"quantity\": 1}".getBytes(ISO_8859_1))
                .put("/api/users/" + userId + "/cart/items/1");
        var body = """
                {"shipping_method_id": 1, "email": "%1$s@example.com", "phone": "%1$s", "ship_to":
                  {"name": "%1$s", "lines": ["%1$s"], "postal_code": "%1$s", "city": "%1$s", "country": "%2$s"}}""";
        var statuses = new ArrayList<Integer>();
        for (var country : List.of(MARK, "FR", "DE")) {
            statuses.add(as(raw(), token)
                    .contentType("application/json")
                    .body(body.formatted(MARK, country).getBytes(ISO_8859_1))
                    .post(orders)
                    .statusCode());
        }
        assertThat(statuses).containsExactly(400, 409, 201);
    }

    private void sendOddly(String token) {
        var statuses = new ArrayList<Integer>();
        for (var path :
                List.of("?q=" + MARK, "?" + MARK + "=1", "?cursor=" + MARK, "/" + MARK, "/1;" + MARK, "//" + MARK)) {
            statuses.add(raw().get("/api/products" + path).statusCode());
        }
        for (var body : List.of(
                "{\"product_name\": \"%s\", \"price\": 1}",
                "{\"product_name\": \"%s\", \"price\": \"%1$s\"}",
                "{\"product_name\": \"Lamp\", \"price\": 1, \"%s\": 1}",
                "{\"product_name\": \"%s",
                "\"%s\"",
                MARK.repeat(contract.operation("POST", "/api/products").body().bytes() / MARK.length() + 1))) {
            for (var type : List.of("application/json", "text/" + MARK)) {
                statuses.add(as(raw(), token)
                        .header("Idempotency-Key", MARK + UUID.randomUUID())
                        .header("Content-Type", type)
                        .body(body.formatted(MARK).getBytes(ISO_8859_1))
                        .post("/api/products")
                        .statusCode());
            }
        }
        assertThat(statuses).contains(200, 201, 400, 413, 415);
        for (var header : List.of(
                "Authorization: Bearer %s",
                "If-Match: \"%s\"",
                "If-Match: %s",
                "Cookie: %s=%1$s;=",
                "Origin: https://%s.example",
                "Accept: text/%s",
                "X-Forwarded-For: %s",
                "Forwarded: for=%s",
                "User-Agent: %s",
                "traceparent: %s",
                "X-%s: %1$s",
                "Accept-Language: %s",
                "Range: bytes=%s")) {
            var parts = header.formatted(MARK).split(": ", 2);
            raw().header(parts[0], parts[1]).delete("/api/products/999999999");
            raw().header(parts[0], parts[1]).get("/api/products/1");
        }
    }

    /** What no client library sends. */
    private static List<String> odd() {
        return Stream.of(
                        "%s /api/tags HTTP/1.1",
                        "GET /api/tags/%%zz%s HTTP/1.1",
                        "GET /api/tags?q=%%zz%s HTTP/1.1",
                        "GET /api/tags HTTP/%s",
                        "GET /api/tags HTTP/1.1\r\n%s",
                        "GET /api/tags HTTP/1.1\r\n%s %1$s: x",
                        "GET /api/tags HTTP/1.1\r\nX: %s\u0001",
                        "GET /api/tags HTTP/1.1\r\nAuthorization : Bearer %s",
                        "GET /api/tags HTTP/1.1\r\nAuthorization: Basic %s\r\nAuthorization: Bearer %1$s",
                        "POST /api/tags HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: %s",
                        "POST /api/tags HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: %s",
                        "POST /api/sessions HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n%s",
                        "POST /api/products HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + "Content-Length: 6\r\n\r\n%s",
                        "%s")
                .map(request -> request.formatted(MARK))
                .toList();
    }

    private void sendRaw(String head) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
            assertThat(new String(socket.getInputStream().readAllBytes(), ISO_8859_1))
                    .startsWith("HTTP/1.1 ");
        }
    }
}
