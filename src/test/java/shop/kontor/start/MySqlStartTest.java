package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.kontor.contract.ContractTest.PASSWORD;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import shop.kontor.TestDatabase;

/** Holds the start to what it says, and makes, on the MySQL server that the tests run on. */
@EnabledIfEnvironmentVariable(named = "DB_NAME", matches = ".+")
class MySqlStartTest extends ProcessTest {

    @Test
    void saysThatThePasswordIsWrong() {
        var settings = mySql();
        settings.put("DB_PASSWORD", "not the password");

        assertThat(refusal(settings)).contains(settings.get("DB_USER"), "DB_USER", "DB_PASSWORD");
    }

    @Test
    void saysThatThereIsNoSuchDatabase() {
        var settings = mySql();
        settings.put("DB_NAME", settings.get("DB_NAME") + "_nowhere");

        assertThat(refusal(settings)).contains(settings.get("DB_NAME"), "schema");
    }

    @Test
    void createsTheDatabaseThatDotEnvNamesAndSeedsIt() throws IOException, SQLException {
        var folder = Files.createDirectory(folder("created"));
        var settings = mySql();
        var name = settings.remove("DB_NAME") + "_what? 1";
        var password = settings.remove("DB_PASSWORD");
        Files.writeString(
                folder.resolve(".env"),
                "\uFEFFexport DB_NAME='%s' # the shop's\r\nDB_PASSWORD=\r\nDB_PW=\"%s\"\r\n".formatted(name, password));

        try (var schema = start(folder, settings, "schema")) {
            assertThat(schema.exitCode()).isZero();
        }
        try (var seed = start(folder, settings, "seed")) {
            assertThat(seed.exitCode()).isZero();
        }
        var server = "jdbc:mysql://%s:%s/?allowPublicKeyRetrieval=true"
                .formatted(settings.getOrDefault("DB_HOST", "localhost"), settings.getOrDefault("DB_PORT", "3306"));
        try (var connection = DriverManager.getConnection(server, settings.get("DB_USER"), password);
                var statement = connection.createStatement()) {
            var quoted = "`" + name + "`";
            var rows = statement.executeQuery("SELECT COUNT(*) FROM " + quoted + ".products");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
            statement.execute("DROP DATABASE " + quoted);
        }
    }

    @Test
    void seedsFromSeveralPlacesAtOnce() {
        var settings = mySql();
        settings.put("DB_NAME", TestDatabase.anew(settings::get, settings.get("DB_NAME") + "_seeds_test"));

        var seeds = Stream.of("one", "two", "three")
                .map(name -> start(folder(name), settings, "seed"))
                .toList();

        assertThat(seeds)
                .allSatisfy(seed -> assertThat(seed.exitCode()).as(seed::output).isZero());
        assertThat(start(folder("one"), settings, "seed").exitCode()).isZero();
    }

    @Test
    void startsSeveralServersAtOnceOnAnEmptyDatabase() {
        var settings = mySql();
        settings.put("DB_NAME", TestDatabase.anew(settings::get, settings.get("DB_NAME") + "_many_test"));
        settings.put("PORT", "0");
        settings.put("KONTOR_SECRET", "a secret of the tests, 32 bytes and more");

        var servers = Stream.of("one", "two", "three")
                .map(name -> start(folder(name), settings))
                .toList();

        assertThat(servers).extracting(KontorProcess::says).allMatch(said -> !said.contains("Exception"));
        assertThat(servers)
                .extracting(KontorProcess::output)
                .filteredOn(said -> said.contains("@kontor.invalid"))
                .hasSize(1);
        signOutOfOne(servers.get(0), servers.get(2));
    }

    /** A session is one of all servers, and ends on all of them. */
    private static void signOutOfOne(KontorProcess one, KontorProcess two) {
        var email = "ada@example.com";
        var user = "{\"name\": \"Ada\", \"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD);
        var id = one.send("POST", "/api/users", user)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var credentials = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, PASSWORD);
        var session = one.send("POST", "/api/sessions", credentials);
        var token = JsonPath.from(session.body()).getString("access_token");
        assertThat(two.send("GET", id, null, token).statusCode()).isEqualTo(200);

        var out = two.send("DELETE", session.headers().firstValue("Location").orElseThrow(), null, token);

        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(one.send("GET", id, null, token).statusCode()).isEqualTo(401);
    }
}
