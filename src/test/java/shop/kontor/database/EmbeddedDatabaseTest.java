package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import shop.kontor.settings.StartupFailure;

/** Holds the embedded database to a start that neither stumbles over what a crash left nor harms another's server. */
class EmbeddedDatabaseTest {

    private static final String PID_FILE = "mariadbd.pid";

    @TempDir
    private Path ours;

    @TempDir
    private Path theirs;

    @BeforeAll
    static void logNoMoreThanTheProgram() {
        LoggingSystem.get(EmbeddedDatabaseTest.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    @Test
    void startsThoughTheFileOfTheLastServersNumberIsEmpty() throws IOException, SQLException {
        Files.createFile(ours.resolve(PID_FILE));

        try (var database = new EmbeddedDatabase(ours)) {
            answer(database);
        }
    }

    /** A server that starts deletes the temporary tables that it finds. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsItsTemporaryTablesToItselfSoThatAnotherFirstStartDoesNotDeleteThem() throws IOException {
        var shared = Path.of("/tmp");
        try (var watch = shared.getFileSystem().newWatchService()) {
            shared.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            new EmbeddedDatabase(ours).close();

            assertThat(Stream.iterate(watch.poll(), Objects::nonNull, key -> watch.poll())
                            .flatMap(key -> key.pollEvents().stream())
                            .map(event -> String.valueOf(event.context())))
                    .noneMatch(file -> file.startsWith("#sql"));
        }
    }

    @Test
    void leavesAServerAloneThatHasTheLastOnesNumberByChance() throws IOException, SQLException {
        try (var other = new EmbeddedDatabase(theirs)) {
            var file = Files.copy(theirs.resolve(PID_FILE), ours.resolve(PID_FILE));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(1))));

            try (var database = new EmbeddedDatabase(ours)) {
                answer(database);
                answer(other);
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatItCannotWriteToTheFolder() {
        var folder = Path.of("/proc/kontor");

        assertThatThrownBy(() -> new EmbeddedDatabase(folder))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll("KONTOR_DATA", folder.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysThatThePathIsNoneForItsServer() {
        for (var name : new String[] {"our data", "Ada's", "\"ours\""}) {
            assertThatThrownBy(() -> new EmbeddedDatabase(ours.resolve(name)))
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContainingAll("KONTOR_DATA", name);
        }
    }

    /** Two minutes is what its library waits for. */
    @Test
    @Timeout(60)
    void saysAtOnceWhyItsServerDoesNotStart() throws IOException {
        Files.createFile(Files.createDirectory(ours.resolve("data")).resolve("file"));

        assertThatThrownBy(() -> new EmbeddedDatabase(ours))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll("KONTOR_DATA", ours.toString(), "mysql.")
                .message()
                .hasLineCount(1);
    }

    private static void answer(Database database) throws SQLException {
        try (var connection =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }
}
