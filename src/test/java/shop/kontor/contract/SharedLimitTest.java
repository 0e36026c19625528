package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import shop.kontor.GuardedKontorTest;
import shop.kontor.start.KontorProcess;

/** Limits, and does once, what two servers on one database are asked together; the second one is a process of its own. */
class SharedLimitTest extends LimitContractTest {

    private static final String HERE = "127.0.0.1";

    @TempDir
    private static Path folder;

    @Autowired
    JdbcConnectionDetails details;

    private static KontorProcess second;

    @BeforeEach
    void startTheSecond() {
        if (second != null) {
            return;
        }
        database.update( // or the second would refuse to start
                "UPDATE users u JOIN users o ON o.id = ? SET u.password_hash = o.password_hash WHERE u.id = 1",
                owner().getId());
        var url = URI.create(details.getJdbcUrl().substring("jdbc:".length()));
        var settings = Map.of(
                "PORT", "0",
                "HOST", HERE,
                "KONTOR_SECRET", GuardedKontorTest.SECRET,
                "DB_HOST", url.getHost(),
                "DB_PORT", String.valueOf(url.getPort()),
                "DB_NAME", url.getPath().substring(1),
                "DB_USER", details.getUsername(),
                "DB_PASSWORD", details.getPassword());
        second = KontorProcess.start(
                folder,
                settings,
                "--kontor.sign-in.attempts-per-account=" + PER_ACCOUNT,
                "--kontor.registration.attempts-per-address=" + REGISTRATIONS);
        second.url();
    }

    @AfterAll
    static void endTheSecond() {
        second.close();
        second = null;
    }

    private int signInAtTheSecond(String email, String password) {
        var credentials = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
        return second.send("POST", "/api/sessions", credentials).statusCode();
    }

    private int registerAtTheSecond() {
        var user = "{\"name\": \"Ada\", \"email\": \"%s\", \"password\": \"%s\"}".formatted(address(), PASSWORD);
        return second.send("POST", "/api/users", user).statusCode();
    }

    private Response createAt(int port, String key, String name) {
        return as(raw(), manager())
                .port(port)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"product_name\": \"%s\", \"price\": 1, \"stock\": 1}".formatted(name))
                .post("/api/products");
    }

    @Test
    void doesOnceWhatBothAreAskedWithOneKeyAtOnce() {
        var other = URI.create(second.url()).getPort();
        for (int round = 0; round < 5; round++) {
            var name = "lamp-" + round;
            var answers = Race.of(12, i -> createAt(i % 2 == 0 ? port : other, name, name));

            assertThat(answers)
                    .extracting(Response::statusCode)
                    .isSubsetOf(201, 409)
                    .contains(201);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 201)
                    .extracting(answer -> answer.jsonPath().getLong("id"))
                    .containsOnly(createAt(other, name, name).jsonPath().getLong("id"));
            assertThat(database.queryForObject(
                            "SELECT COUNT(*) FROM products WHERE product_name = ?", Integer.class, name))
                    .isOne();
        }
    }

    @Test
    void countsWhatBothAreAsked() {
        var email = owner().getEmail();
        var statuses = Race.of(
                20,
                i -> i % 2 == 0 ? signIn(somewhere(), email, "wrong").statusCode() : signInAtTheSecond(email, "wrong"));

        assertThat(statuses)
                .isSubsetOf(401, 429)
                .filteredOn(status -> status == 401)
                .hasSize(PER_ACCOUNT);
        shutOut(somewhere(), email);
        assertThat(signInAtTheSecond(email, PASSWORD)).isEqualTo(429);

        waitForTheNextWindow();
        assertThat(signInAtTheSecond(email, PASSWORD)).isEqualTo(201);
        for (int i = 0; i < PER_ACCOUNT; i++) {
            wrongFrom(somewhere(), email);
        }
        rightFrom(HERE, email); // known to the other
        shutOut(somewhere(), email);

        for (int i = 0; i < REGISTRATIONS; i++) {
            var status = i % 2 == 0
                    ? registerAtTheSecond()
                    : register(HERE, null, address(), PASSWORD).statusCode();
            assertThat(status).isEqualTo(201);
        }
        limited(register(HERE, null, address(), PASSWORD));
        assertThat(registerAtTheSecond()).isEqualTo(429);
    }
}
