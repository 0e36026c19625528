package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the start to what a secret asks of it, and does for it. */
class GuardedStartTest extends ProcessTest {

    /** An address, and on the same line a password. */
    private static final Pattern FIRST_MANAGER = Pattern.compile("(\\S+@\\S+).* password (\\S+)");

    private static final Map<String, String> GUARDED =
            Map.of("PORT", "0", "KONTOR_SECRET", "a secret of the tests, 32 bytes and more");

    /** The request that a refusal asks for. */
    private static final Pattern REMEDY = Pattern.compile("(PUT) (/\\S+/\\d+)");

    @Test
    void listensOnNoOtherAddressAndTakesNoShortSecret() {
        assertThat(refusal(Map.of("HOST", "0.0.0.0"))).contains("KONTOR_SECRET", "HOST");
        assertThat(refusal(Map.of("KONTOR_SECRET", "too short"))).contains("KONTOR_SECRET", "32");
    }

    @Test
    void asksEverybodyWhoTheyAreOnceItHasASecret() throws IOException {
        var settings = Map.of("PORT", "0", "KONTOR_SECRET", "a secret of the tests, 32 bytes and more");
        var guarded = start(folder("guarded"), settings);

        var first = FIRST_MANAGER.matcher(guarded.says());
        assertThat(first.find()).as(guarded.says()).isTrue();
        assertThat(guarded.send("GET", "/api/users", null).statusCode()).isEqualTo(401);
        assertThat(guarded.send("GET", "/api/products", null).body()).isEqualTo("[]");
        var credentials = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(first.group(1), first.group(2));
        assertThat(guarded.send("POST", "/api/sessions", credentials).body()).contains("\"role\":\"manager\"");
        for (var address : otherAddresses()) {
            connect(address, guarded.port());
        }

        guarded.stop();
        assertThat(start(folder("guarded"), settings).says()).doesNotContain("password", "manager");
    }

    @Test
    void makesTheFirstManagerThatTheEnvironmentNames() {
        var credentials = "{\"email\": \"owner@example.com\", \"password\": \"a phrase of my own\"}";
        var named = start(
                folder("named"),
                Map.of(
                        "PORT", "0",
                        "KONTOR_SECRET", "a secret of the tests, 32 bytes and more",
                        "KONTOR_MANAGER_EMAIL", "Owner@example.com",
                        "KONTOR_MANAGER_PASSWORD", "a phrase of my own"));

        assertThat(named.says()).doesNotContain("a phrase of my own").doesNotContainPattern(FIRST_MANAGER);
        assertThat(named.send("POST", "/api/sessions", credentials).body()).contains("\"role\":\"manager\"");
    }

    @Test
    void opensOnlyWithoutTheDemoManagersPassword() {
        var folder = folder("demo");
        var open = start(folder, ANY_PORT);
        open.port();
        open.stop();

        var remedy = REMEDY.matcher(start(folder, GUARDED).refusal());
        assertThat(remedy.find()).isTrue();

        var again = start(folder, ANY_PORT);
        var answer = again.send(remedy.group(1), remedy.group(2), "{\"password\": \"a phrase of my own\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        again.stop();

        var guarded = start(folder, GUARDED);
        assertThat(signIn(guarded, "manager@example.com", "manager-demo")).isEqualTo(401);
        assertThat(signIn(guarded, "manager@example.com", "a phrase of my own")).isEqualTo(201);
    }

    @Test
    void isAShopWithItsFirstManagerAndProductsAfterTheStepsOfTheReadme() throws IOException {
        var folder = Files.createDirectory(folder("steps"));
        Files.writeString(folder.resolve(".env"), """
                KONTOR_SECRET='%s'
                KONTOR_MANAGER_EMAIL=owner@example.com
                KONTOR_MANAGER_PASSWORD='a phrase of my own'
                """.formatted(GUARDED.get("KONTOR_SECRET")));
        for (var command : List.of("schema", "seed", "seed")) {
            var process = start(folder, Map.of(), command);
            assertThat(process.exitCode()).as(process::output).isZero();
        }

        var shop = start(folder, ANY_PORT);
        assertThat(shop.send("GET", "/api/products", null).body()).contains("Plain T-Shirt", "Cargo Shorts");
        assertThat(signIn(shop, "owner@example.com", "a phrase of my own")).isEqualTo(201);
        assertThat(signIn(shop, "manager@example.com", "manager-demo")).isEqualTo(401);
    }

    private static int signIn(KontorProcess shop, String email, String password) {
        var credentials = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
        return shop.send("POST", "/api/sessions", credentials).statusCode();
    }
}
