package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.settings.DatabaseSettings;
import shop.kontor.settings.Secret;
import shop.kontor.settings.StartupFailure;

/** Names databases in ways that a URL takes for something else, and servers that are none. */
class MySqlServerTest {

    private static String variable(String name, String otherwise) {
        return Objects.requireNonNullElse(System.getenv(name), otherwise);
    }

    @ParameterizedTest
    @EnabledIfEnvironmentVariable(named = "DB_NAME", matches = ".+")
    @ValueSource(
            strings = {
                "?",
                "what?user=root",
                "/",
                "#",
                "&",
                ";",
                "%",
                "%3F",
                "+",
                "a b",
                "`",
                "'",
                "\"",
                "\\",
                "=",
                ":",
                "@",
                ",",
                ".",
                "(x)",
                "[x]",
                "{x}",
                "<x>",
                "|",
                "~",
                "!",
                "$",
                "*",
                "é",
                "商店"
            })
    void createsAndOpensTheDatabaseOfThisName(String odd) throws SQLException {
        var name = System.getenv("DB_NAME") + "_" + odd + "_test";
        var secrets = Stream.of("DB_PASSWORD", "DB_PW")
                .map(secret -> new Secret(variable(secret, "")))
                .toList();
        var port = Integer.parseInt(variable("DB_PORT", "3306"));
        var server = MySqlServer.of(new DatabaseSettings(
                variable("DB_HOST", "localhost"),
                port,
                name,
                System.getenv("DB_USER"),
                secrets.get(0),
                secrets.get(1),
                ".kontor"));

        server.created().connected();

        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT DATABASE()")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo(name);
            connection.createStatement().execute("DROP DATABASE `" + name.replace("`", "``") + "`");
        }
    }

    /** It takes writes, and would keep them to itself. */
    @Test
    @EnabledIfEnvironmentVariable(named = "DB_NAME", matches = ".+")
    void takesNoServerForAMemberThatIsInNoGroup() {
        var host = variable("DB_HOST", "localhost");
        var port = Integer.parseInt(variable("DB_PORT", "3306"));
        var password = new Secret(variable("DB_PASSWORD", variable("DB_PW", "")));
        var settings = new DatabaseSettings(
                host + ",127.0.0.2",
                port,
                System.getenv("DB_NAME"),
                System.getenv("DB_USER"),
                password,
                new Secret(""),
                ".kontor");
        try (var group = MySqlServer.of(settings)) {
            assertThatThrownBy(group::connected)
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContaining("group");
        }
    }

    @Test
    void waitsForNoServerThatSaysNothing() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings = new DatabaseSettings(
                    "localhost", silent.getLocalPort(), "kontor", "root", new Secret(""), new Secret(""), ".kontor");

            assertThatThrownBy(() -> MySqlServer.of(settings).connected())
                    .isInstanceOf(StartupFailure.class)
                    .hasMessageContainingAll("DB_HOST", "DB_PORT", String.valueOf(silent.getLocalPort()));
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, false", "localhost, false", "::1, false", "192.0.2.1, true"})
    void encryptsUnlessTheServerIsOnThisMachine(String host, boolean isEncrypted) {
        var server = MySqlServer.of(
                new DatabaseSettings(host, 3306, "kontor", "kontor", new Secret(""), new Secret(""), ".kontor"));

        assertThat(!server.getJdbcUrl().contains("sslMode=DISABLED")).isEqualTo(isEncrypted);
    }
}
