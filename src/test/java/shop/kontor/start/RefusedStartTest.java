package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the program to one line that says what to do, when it can't start with what it is told. */
class RefusedStartTest extends ProcessTest {

    @Test
    void saysThatNoMySqlServerAnswersWhereTheEnvironmentOrElseDotEnvNamesOne() throws IOException {
        var folder = Files.createDirectory(folder("configured"));
        Files.writeString(folder.resolve(".env"), "DB_HOST=127.0.0.1\nDB_PORT=3306\nDB_NAME=kontor\nDB_USER=kontor\n");
        var port = closedPort();

        assertThat(start(folder, Map.of("DB_PORT", port)).refusal())
                .contains("127.0.0.1:" + port, "DB_HOST", "DB_PORT");
    }

    @Test
    void namesTheLineOfDotEnvThatMakesNoSense() throws IOException {
        var folder = Files.createDirectory(folder("senseless"));
        Files.writeString(folder.resolve(".env"), "DB_NAME=kontor\nDB_PASSWORD secret\n");

        assertThat(start(folder, Map.of()).refusal()).contains("2", ".env").doesNotContain("secret");
    }

    private static String closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    @Test
    void asksForTheUserWhenOnlyTheDatabaseIsNamedAndItShouldSeed() {
        assertThat(refusal(Map.of("DB_NAME", "kontor"), "seed")).contains("DB_NAME", "DB_USER", "DB_PASSWORD", ".env");
    }

    @Test
    void namesTheVariableThatHasNoValidValue() {
        assertThat(refusal(Map.of("DB_PORT", "mysql"))).startsWith("DB_PORT");
        assertThat(refusal(Map.of("PORT", "http"))).startsWith("PORT");
    }

    @Test
    void takesNoArgumentThatDoesNotExist() {
        assertThat(refusal(Map.of(), "sead")).contains("sead", "seed", "schema");
        assertThat(refusal(Map.of(), "--seed")).contains("--seed", "schema");
    }

    @Test
    void preparesOnlyTheJar() {
        assertThat(refusal(Map.of(), "prepare")).contains("kontor.jar");
    }

    @Test
    void opensNoPortThatDoesNotExist() {
        assertThat(refusal(Map.of("PORT", "-1"))).startsWith("PORT");
    }

    @Test
    void asksForAMySqlServerWhereThereIsNoEmbeddedOne() {
        assertThat(startWithoutEmbeddedDatabase(folder("other"), ANY_PORT).refusal())
                .contains("DB_NAME", "DB_USER", "DB_PASSWORD");
    }
}
