package shop.kontor.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import shop.kontor.load.Crowd;
import shop.kontor.start.KontorProcess;

/** Kills the database while people buy, and starts it again: the shop is back with it, and its books are right. */
@EnabledOnOs(OS.LINUX)
class DatabaseCrashTest {

    private static final int ORDERS = 20;

    @TempDir
    private Path folder;

    @Test
    void isBackWithItsDatabase() throws IOException {
        try (var shop = KontorProcess.start(folder, Map.of("PORT", "0"))) {
            var crowd = new Crowd(shop.url(), 8, 10, 10_000).patient();
            var shopping = crowd.buyMeanwhile(Duration.ofMinutes(2));
            await().atMost(Duration.ofMinutes(1)).until(() -> crowd.orders() >= ORDERS);
            var killed = shop.database().orElseThrow();
            var command = command(killed);
            killed.destroyForcibly();
            killed.onExit().join();

            var restarted = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("mariadbd.log").toFile())
                    .start();
            try {
                var before = crowd.orders();
                await().atMost(Duration.ofMinutes(1)).until(() -> crowd.orders() >= before + ORDERS);
                crowd.leave();
                shopping.join();
                assertThat(crowd.longestWait()).isLessThan(Duration.ofSeconds(10));
                assertThat(crowd.faults()).isEmpty();
            } finally {
                crowd.leave();
                restarted.destroyForcibly();
            }
        }
    }

    private static List<String> command(ProcessHandle process) {
        var command = new ArrayList<>(List.of(process.info().command().orElseThrow()));
        command.addAll(List.of(process.info().arguments().orElseThrow()));
        return command;
    }
}
