package shop.kontor.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import shop.kontor.start.KontorProcess;

/** Fills the disk of the embedded database, on a file system in memory: that takes root, and is skipped without it. */
@EnabledOnOs(OS.LINUX)
class DiskFullTest {

    private static final String PRODUCTS = IntStream.range(0, 1000)
            .mapToObj(i -> "{\"product_name\": \"%s\", \"price\": 1}".formatted("Lamp".repeat(50)))
            .collect(Collectors.joining(",", "[", "]"));

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=200m", "tmpfs", disk.toString()) == 0,
                "No file system can be mounted: the test of a full disk is skipped.");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void saysThatItIsUnavailableAndGoesOnWhenThereIsSpace() throws IOException {
        var settings = Map.of("PORT", "0", "KONTOR_DATA", disk.resolve("data").toString());
        try (var shop = KontorProcess.start(folder, settings)) {
            assertThat(shop.send("GET", "/api/tags", null).statusCode()).isEqualTo(200);
            var filler = disk.resolve("filler");
            fill(filler);

            var refused = Stream.generate(() -> shop.send("POST", "/api/product-batches", PRODUCTS))
                    .limit(100)
                    .filter(answer -> answer.statusCode() != 201)
                    .findFirst()
                    .orElseThrow();
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            for (var path : List.of("/api/products/1", "/api/products", "/api/products?sort=product_name&tag_id=8")) {
                assertThat(shop.send("GET", path, null).statusCode()).as(path).isEqualTo(200);
            }

            Files.delete(filler);
            var tag = "{\"tag_name\": \"%s\"}".formatted(UUID.randomUUID());
            assertThat(shop.send("POST", "/api/tags", tag).statusCode()).isEqualTo(201);
            assertThat(shop.send("POST", "/api/product-batches", PRODUCTS).statusCode())
                    .isEqualTo(201);
        }
    }

    private static void fill(Path file) {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[65536]);
            }
        } catch (IOException e) {
            // the disk is full
        }
    }
}
