package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.TestPropertySource;
import shop.kontor.client.model.User;
import tools.jackson.databind.json.JsonMapper;

/** What tests of limits need: low limits, and clients that come from wherever they like, as a proxy says. */
@TestPropertySource(
        properties = {
            "KONTOR_PROXIES=127.0.0.1",
            "kontor.sign-in.attempts-per-account=" + LimitContractTest.PER_ACCOUNT,
            "kontor.sign-in.attempts-per-address=" + LimitContractTest.PER_ADDRESS,
            "kontor.registration.attempts-per-address=" + LimitContractTest.REGISTRATIONS,
            "kontor.customer.unpaid-orders=3",
            "kontor.customer.orders-per-day=6",
            "kontor.customer.keys-per-day=4"
        })
abstract class LimitContractTest extends GuardedContractTest {

    static final int PER_ACCOUNT = 3;
    static final int PER_ADDRESS = 5;
    static final int REGISTRATIONS = 4;

    private static final AtomicInteger addresses = new AtomicInteger();

    /** An address that no other client has. */
    static String somewhere() {
        var number = addresses.incrementAndGet();
        return "10.1.%d.%d".formatted(number / 256, number % 256);
    }

    final Response post(String path, String from, String token, Map<String, String> body) {
        return as(raw(), token)
                .header("X-Forwarded-For", from)
                .contentType("application/json")
                .body(new JsonMapper().writeValueAsString(body))
                .post(path);
    }

    final Response signIn(String from, String email, String password) {
        return post("/api/sessions", from, null, Map.of("email", email, "password", password));
    }

    final Response register(String from, String token, String email, String password) {
        return post("/api/users", from, token, Map.of("name", "Ada", "email", email, "password", password));
    }

    /** A customer who has not signed in yet. */
    final User owner() {
        return register(somewhere(), manager(), address(), PASSWORD).as(User.class);
    }

    final void rightFrom(String from, String email) {
        assertThat(signIn(from, email, PASSWORD).statusCode()).isEqualTo(201);
    }

    final void wrongFrom(String from, String email) {
        problem(signIn(from, email, "wrong"), 401, "unauthenticated");
    }

    /** The limit is reached, for the right password as for a wrong one. */
    final void shutOut(String from, String email) {
        limited(signIn(from, email, PASSWORD));
    }

    static void limited(Response refused) {
        problem(refused, 429, "too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 900);
    }

    /** Lets the windows of all limits end. */
    final void waitForTheNextWindow() {
        database.update("UPDATE attempts SET ends_at = UTC_TIMESTAMP(6)");
    }
}
