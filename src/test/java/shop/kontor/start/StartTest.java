package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Holds the program to what it promises on its start: with nothing configured, a second time, and on data or a port that is in use. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartTest extends ProcessTest {

    private static KontorProcess shop;

    @BeforeAll
    static void startForTheFirstTime() {
        shop();
    }

    /** The shop that the tests share; one that a test has ended is opened again, on the same data. */
    private static KontorProcess shop() {
        if (shop == null || !shop.isRunning()) {
            shop = start(folder("shop"), ANY_PORT);
            shop.port();
        }
        return shop;
    }

    private static void send(String method, String path, String body, int status) {
        var answer = shop().send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static String get(String path) {
        var answer = shop().send("GET", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void opensWithADatabaseOfItsOwnAndDemoDataWhenNothingIsConfigured() {
        assertThat(get("/api/products/1")).contains("Plain T-Shirt");
        assertThat(shop().database()).isPresent();
        assertThat(folder("shop")).isDirectoryContaining("glob:**/.kontor");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws IOException {
        var port = shop().port();
        var others = otherAddresses();

        connect(InetAddress.getLoopbackAddress(), port);
        assertThat(others)
                .allSatisfy(
                        other -> assertThatThrownBy(() -> connect(other, port)).isInstanceOf(IOException.class));
    }

    @Test
    void keepsItsDataWhenItIsKilledAndLoadsNoDemoDataAgain() {
        send("POST", "/api/categories", "{\"category_name\": \"Jackets\"}", 201);
        send("DELETE", "/api/categories/5", null, 204);
        var orphan = shop().database().orElseThrow();

        shop().kill();

        assertThat(get("/api/categories")).contains("\"Jackets\"").doesNotContain("\"Shoes\"");
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void letsNoSecondKontorUseItsData() {
        shop();
        var data = folder("shop").resolve(".kontor");

        assertThat(refusal(Map.of("PORT", "0", "KONTOR_DATA", data.toString())))
                .contains(data.toString(), "KONTOR_DATA");
        assertThat(get("/api/products/1")).contains("Plain T-Shirt");
    }

    @Test
    @Order(Integer.MAX_VALUE) // the last one, since it leaves the shop closed, and to open it again takes time
    void saysThatThePortIsInUse() throws IOException {
        shop().stop();

        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = String.valueOf(other.getLocalPort());
            assertThat(start(folder("shop"), Map.of("PORT", port)).refusal()).contains(port, "PORT");
        }
    }

    @Test
    void seedsTwiceAndLeavesWhatAManagerMadeOrChanged() throws IOException {
        send("POST", "/api/categories", "{\"category_name\": \"Lamps\"}", 201);
        send("PUT", "/api/categories/4", "{\"category_name\": \"Caps\"}", 200);
        send("DELETE", "/api/tags/7", null, 204);
        shop().stop();
        var elsewhere = Files.createDirectory(folder("elsewhere"));
        Files.writeString(elsewhere.resolve(".env"), "KONTOR_DATA=../shop/.kontor\nKONTOR_PRT=1\n");

        for (int i = 0; i < 2; i++) {
            var seed = start(elsewhere, Map.of(), "seed");
            assertThat(seed.exitCode()).as(seed::output).isZero();
            assertThat(seed.output()).contains("KONTOR_PRT", "mean PORT");
        }

        assertThat(get("/api/categories"))
                .contains("\"Lamps\"", "\"Caps\"", "\"Shirts\"")
                .doesNotContain("\"Hats\"");
        assertThat(get("/api/tags/7")).contains("\"gold\"");
        assertThat(get("/api/products?total=true")).containsOnlyOnce("Plain T-Shirt");
    }
}
