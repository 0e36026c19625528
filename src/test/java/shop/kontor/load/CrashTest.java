package shop.kontor.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import shop.kontor.TestDatabase;
import shop.kontor.start.KontorProcess;

/** Kills the server while people buy, and starts it again: nothing that it has confirmed is lost, and nothing is done twice. */
class CrashTest {

    @TempDir
    private Path folder;

    private Map<String, String> settings() {
        var settings = new HashMap<>(Map.of("PORT", "0"));
        if (System.getenv("DB_NAME") != null) {
            settings.putAll(System.getenv());
            settings.keySet().removeIf(name -> !name.startsWith("DB_") && !name.equals("PORT"));
            settings.put("DB_NAME", TestDatabase.anew(System::getenv, System.getenv("DB_NAME") + "_crash_test"));
        }
        return settings;
    }

    @Test
    void losesNothingAndDoesNothingTwiceWhenItIsKilled() throws IOException {
        var settings = settings();
        try (var killed = KontorProcess.start(folder, settings)) {
            var crowd = new Crowd(killed.url(), 16, 20, 50);
            var shopping = crowd.buyMeanwhile(Duration.ofMinutes(2));
            await().atMost(Duration.ofMinutes(1)).until(() -> crowd.orders() >= 100);
            killed.kill();
            shopping.join();
            assertThat(crowd.unanswered()).isPositive();

            try (var restarted = KontorProcess.start(folder, settings)) {
                crowd.retry(restarted.url());
                assertThat(crowd.faults()).isEmpty();
                crowd.buy(Duration.ofSeconds(1));
                assertThat(crowd.faults()).isEmpty();
            }
        }
    }
}
