package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills the first start while it installs the database, and while it creates the tables: the next one begins anew. */
@DisabledOnOs(OS.WINDOWS)
class CutOffStartTest extends ProcessTest {

    @ParameterizedTest
    @ValueSource(strings = {"ibdata1", "kontor"})
    void opensWithTheDemoDataAfterAFirstStartThatWasCutOff(String sign) {
        var folder = folder("cut-off-at-" + sign);
        var cut = start(folder, ANY_PORT);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Files.exists(folder.resolve(".kontor/data").resolve(sign)));
        cut.kill();

        var next = start(folder, ANY_PORT);

        assertThat(next.send("GET", "/api/products/1", null).body()).contains("Plain T-Shirt");
        next.stop();
    }
}
