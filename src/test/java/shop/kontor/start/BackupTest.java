package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import shop.kontor.load.Crowd;

/** Backs up a shop while people buy in it, and restores it, by the commands of OPERATING.md. */
@DisabledOnOs(OS.WINDOWS)
class BackupTest extends ProcessTest {

    private static final Map<String, String> GUARDED = Map.of(
            "KONTOR_SECRET", "a secret of the tests, 32 bytes and more",
            "KONTOR_MANAGER_EMAIL", "owner@example.com",
            "KONTOR_MANAGER_PASSWORD", "a phrase of my own");

    private static final String ADA = "{\"email\": \"ada@example.com\", \"password\": \"correct horse battery\"}";

    @BeforeAll
    static void needAClient() {
        Backups.requireClient();
    }

    private static Map<String, String> guarded(Map<String, String> settings) {
        var guarded = new HashMap<>(settings);
        guarded.putAll(GUARDED);
        return guarded;
    }

    private static JsonPath signIn(KontorProcess shop, String credentials) {
        var session = shop.send("POST", "/api/sessions", credentials);
        assertThat(session.statusCode()).as(session.body()).isEqualTo(201);
        return JsonPath.from(session.body());
    }

    private static String ok(KontorProcess shop, String method, String path, String body, String token, String key) {
        var answer = shop.send(method, path, body, token, key);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return answer.body();
    }

    @Test
    void aRestoredShopHasEqualBooksAndKnowsItsUsersAndTheirRequests() throws Exception {
        var backups = Backups.in(folder("backup"));
        var before = start(backups.folder(), guarded(backups.settings()));
        var owner = signIn(before, "{\"email\": \"owner@example.com\", \"password\": \"a phrase of my own\"}")
                .getString("access_token");
        var lamp = ok(
                before,
                "POST",
                "/api/products",
                "{\"product_name\": \"Lámpara 💡 'groß'\", \"price\": 1.5, \"stock\": 9}",
                owner,
                "");
        ok(before, "POST", "/api/users", ADA.replace("{", "{\"name\": \"Ada 🦄\", "), "", "");
        var session = signIn(before, ADA);
        var token = session.getString("access_token");
        var ada = "/api/users/" + session.getLong("user.id");
        ok(before, "PUT", ada + "/cart/items/" + JsonPath.from(lamp).getLong("id"), "{\"quantity\": 2}", token, "");
        var order = ok(before, "POST", ada + "/orders", null, token, "before");
        before.stop();

        var busy = start(backups.folder(), backups.settings());
        backUpWhilePeopleBuy(backups, busy);
        busy.stop();
        var restored = backups.restoreIt();
        assertThat(restored.exitCode()).as(restored.output()).isZero();

        var after = start(backups.folder(), guarded(backups.restored()));
        after.port();
        var books = backups.database(backups.restored());
        assertThat(new Books(books).faults()).isEmpty();
        assertThat(books.queryForObject("SELECT COUNT(*) FROM orders", Integer.class))
                .isGreaterThan(1);
        assertThat(ok(after, "GET", "/api/products/" + JsonPath.from(lamp).getLong("id"), null, "", ""))
                .contains("Lámpara 💡 'groß'");
        assertThat(ok(after, "GET", ada, null, token, "")).contains("Ada 🦄");
        assertThat(ok(after, "POST", ada + "/orders", null, token, "before")).isEqualTo(order);
        assertThat(signIn(after, ADA).getLong("user.id")).isEqualTo(session.getLong("user.id"));
    }

    private static void backUpWhilePeopleBuy(Backups backups, KontorProcess shop) throws Exception {
        var crowd = new Crowd(shop.url(), 16, 20, 50);
        var shopping = crowd.buyMeanwhile(Duration.ofSeconds(20));
        await().atMost(Duration.ofMinutes(1)).until(() -> crowd.orders() >= 50);
        var first = crowd.orders();

        var made = backups.backUp();

        assertThat(made.exitCode()).as(made.output()).isZero();
        assertThat(crowd.orders()).as("orders before and after the backup").isGreaterThan(first);
        assertThat(shopping).isNotDone();
        assertThat(Files.getPosixFilePermissions(backups.file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(IntStream.range(0, 10)).as("the negative control").anyMatch(i -> isTorn(backups));
        shopping.join();
    }

    private static boolean isTorn(Backups backups) {
        try {
            return !new Books(backups.torn()).faults().isEmpty();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
