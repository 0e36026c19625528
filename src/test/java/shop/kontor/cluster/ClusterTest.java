package shop.kontor.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.kontor.load.Crowd;
import shop.kontor.load.OneServer;
import shop.kontor.start.KontorProcess;

/**
 * Kills and freezes primaries, and ends servers, while people buy: what was confirmed is there, once, and buying goes on
 * soon after the group itself does.
 */
@Tag("cluster")
class ClusterTest {

    private static final Duration AFTER_A_KILL = Duration.ofSeconds(2);
    private static final Duration AFTER_A_FREEZE = Duration.ofSeconds(5);
    private static final String EMAIL = "owner@example.com";
    private static final String PASSWORD = "a phrase of my own";

    @TempDir
    private Path folder;

    private BareWriters group;
    private SeveralServers shop;
    private Crowd crowd;

    private KontorProcess start(String name) {
        return start(name, System.getenv("DB_HOST"));
    }

    private KontorProcess start(String name, String hosts) {
        var settings = new HashMap<>(System.getenv());
        settings.keySet().removeIf(variable -> !variable.startsWith("DB_"));
        settings.putAll(Map.of(
                "DB_HOST",
                hosts,
                "PORT",
                "0",
                "HOST",
                "127.0.0.1",
                "KONTOR_SECRET",
                "a secret of the tests, 32 bytes and more",
                "KONTOR_MANAGER_EMAIL",
                EMAIL,
                "KONTOR_MANAGER_PASSWORD",
                PASSWORD));
        return KontorProcess.startJar(folder.resolve(name), settings);
    }

    @Test
    void startsWhileOneMemberAnswersAndIsThePrimary() {
        var hosts = System.getenv("DB_HOST");
        try (var some = start("some", "no.such.host.invalid," + hosts);
                var none = start("none", "no.such.host.invalid,127.0.0.1:1")) {
            assertThat(some.url()).isNotEmpty();
            assertThat(none.refusal()).contains("DB_HOST", "no.such.host.invalid", "127.0.0.1:1");
        }
    }

    /** Two of three are frozen; the third one can confirm nothing. */
    @Test
    void refusesWritesWithoutAMajority() throws IOException {
        try (var one = start("one")) {
            var server = new OneServer(one.url());
            var manager = new SeveralServers(List.of(one.url()), EMAIL, PASSWORD);
            var user = "{\"name\": \"Ada\", \"email\": \"%s@example.com\", \"password\": \"%s\"}";
            for (var secondary : secondaries()) {
                cluster("freeze", secondary);
            }
            for (int i = 0; i < 3; i++) {
                assertThat(server.send("GET", "/api/products", null, null).statusCode())
                        .isIn(200, 503);
                var refused = server.send("POST", "/api/users", user.formatted(i, PASSWORD), null);
                assertThat(refused.statusCode()).isEqualTo(503);
            }
            cluster("thaw");
            cluster("rejoin");
            assertThat(manager.send("POST", "/api/users", user.formatted("later", PASSWORD), null)
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void losesNothingAndDoesNothingTwice() throws IOException {
        try (var writers = new BareWriters();
                var one = start("one");
                var two = start("two")) {
            group = writers;
            shop = new SeveralServers(List.of(one.url(), two.url()), EMAIL, PASSWORD);
            crowd = new Crowd(shop, 8, 20, 1000);
            var shopping = crowd.buyMeanwhile(Duration.ofMinutes(5));
            sell();

            assertThat(extraGap("kill -9 of the primary", "kill-primary")).isLessThanOrEqualTo(AFTER_A_KILL);
            cluster("rejoin");
            sell();
            assertThat(extraGap("freeze of the primary", "freeze")).isLessThanOrEqualTo(AFTER_A_FREEZE);
            cluster("thaw");
            sell();
            cluster("rejoin");

            one.kill();
            sell();
            try (var again = start("one")) {
                shop.replace(0, again.url());
                sell();
                two.stop();
                sell();
                crowd.leave();
                shopping.join();
                assertThat(crowd.unanswered()).isZero();
                assertThat(crowd.faults()).isEmpty();
            }
            System.out.printf(
                    "cluster: %d writes confirmed, %d orders; %d requests repeated%n",
                    shop.gaps().writes(), crowd.orders(), shop.repeated());
        }
    }

    /** Waits until people have bought for some time. */
    private void sell() {
        var orders = crowd.orders();
        await().atMost(Duration.ofMinutes(1)).until(() -> crowd.orders() >= orders + 100);
    }

    /** How much longer than the group's own the buyers' gap is after a fault. */
    private Duration extraGap(String fault, String... command) throws IOException {
        group.gaps().forget();
        shop.gaps().forget();
        cluster(command);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> group.gaps().longest().toSeconds() >= 1
                        && group.gaps().current().toMillis() < 500);
        sell();
        var own = group.gaps().longest();
        var buyers = shop.gaps().longest();
        System.out.printf(
                "cluster: %s: %.1f s for the group, %.1f s for the buyers%n", fault, seconds(own), seconds(buyers));
        return buyers.minus(own);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /** The numbers of the members that are no primary. */
    private static List<String> secondaries() throws IOException {
        return cluster("status")
                .lines()
                .filter(line -> line.endsWith("SECONDARY"))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
    }

    private static String cluster(String... command) throws IOException {
        var arguments = new ArrayList<>(List.of(".ci/cluster"));
        arguments.addAll(List.of(command));
        var process = new ProcessBuilder(arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join().exitValue()).as("%s", arguments).isZero();
        return output;
    }
}
