package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import shop.kontor.client.model.TagInput;

/** What the database cannot do at the moment is a 503 that says when to retry, whoever asks and whatever fails first. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseOutageTest extends GuardedContractTest {

    private String token;
    private String tag;

    @BeforeEach
    void prepare() {
        token = manager();
        tag = "/api/tags/"
                + as(token)
                        .tags()
                        .createTag()
                        .body(new TagInput().tagName(unique("black")))
                        .executeAs(r -> r)
                        .getId();
    }

    private Response send(String method, String path, String body) {
        return as(raw(), token).contentType("application/json").body(body).request(method, path);
    }

    private List<Supplier<Response>> writes() {
        var body = "{\"tag_name\": \"%s\"}".formatted(unique("white"));
        return List.of(
                () -> send("POST", "/api/tags", body),
                () -> send("PUT", tag, body),
                () -> as(raw(), token).delete(tag));
    }

    private List<Supplier<Response>> reads() {
        return List.of(
                () -> get("/api/users", token),
                () -> get(tag, null),
                () -> raw().contentType("application/json")
                        .body("{\"email\": \"manager@example.com\", \"password\": \"some password\"}")
                        .post("/api/sessions"));
    }

    private void areUnavailable(List<Supplier<Response>> requests, CapturedOutput log) {
        for (var request : requests) {
            var answer = request.get();
            problem(answer, 503, "unavailable");
            assertThat(answer.header("Retry-After")).matches("\\d+");
        }
        assertThat(log).doesNotContain("\tat ").contains("Service unavailable");
    }

    /** Full, out of memory, too many connections, shutting down. */
    @ParameterizedTest
    @ValueSource(ints = {3, 1021, 1040, 1041, 1053, 1077, 1079, 1114})
    void answersNobodyWhileTheDatabaseRefusesEverything(int error, CapturedOutput log) {
        statements.failing(
                (statement, connection) -> {
                    throw new SQLException("It can't be done.", "HY000", error);
                },
                () -> {
                    areUnavailable(reads(), log);
                    areUnavailable(writes(), log);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {1290, 1792, 1836})
    void changesNothingWhileTheDatabaseIsReadOnly(int error, CapturedOutput log) {
        statements.failing(
                (statement, connection) -> {
                    if (!statement.contains("SELECT")) {
                        throw new SQLException("It is read-only.", "HY000", error);
                    }
                },
                () -> areUnavailable(writes(), log));
        assertThat(get(tag, null).statusCode()).isEqualTo(200);
    }

    /** The rollback fails then, too. */
    @Test
    void says503WhenTheConnectionIsLostInATransaction(CapturedOutput log) {
        statements.failing(
                (statement, connection) -> {
                    if (statement.matches("(?s)(INSERT INTO|UPDATE|DELETE FROM) tags.*|.*FROM tags.*FOR UPDATE")) {
                        kill(connection);
                    }
                },
                () -> areUnavailable(writes(), log));
        assertThat(get(tag, null).statusCode()).isEqualTo(200);
    }

    @Test
    void says503WhenTheConnectionIsLostDuringTheCheckOfAToken(CapturedOutput log) {
        statements.failing(
                (statement, connection) -> {
                    if (statement.contains("FROM sessions")) {
                        kill(connection);
                    }
                },
                () -> areUnavailable(List.of(() -> get("/api/users", token), () -> get("/api/orders", token)), log));
    }

    /** MySQL reports its own end as an error of the statement. */
    private static void kill(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("KILL CONNECTION_ID()");
        } catch (SQLException e) {
            assertThat(e.getErrorCode()).isIn(0, 1317, 1927);
        }
    }
}
