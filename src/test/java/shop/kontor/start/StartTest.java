package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Holds the program to what it promises on its start: with nothing configured, a second time, and when it can't. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StartTest {

    /** An address, and on the same line a password. */
    private static final Pattern FIRST_MANAGER = Pattern.compile("(\\S+@\\S+).* password (\\S+)");

    private static final Map<String, String> ANY_PORT = Map.of("PORT", "0");
    private static final List<KontorProcess> started = new ArrayList<>();

    // Below the system's temp folder on purpose: a library of the embedded database's wipes data there.
    @TempDir
    private static Path temp;

    private static KontorProcess shop;

    @BeforeAll
    static void startForTheFirstTime() {
        shop();
    }

    @AfterAll
    static void leaveNothingRunning() {
        started.forEach(KontorProcess::close);
    }

    /** The shop that the tests share; one that a test has ended is opened again, on the same data. */
    private static KontorProcess shop() {
        if (shop == null || !shop.isRunning()) {
            shop = start(folder("shop"), ANY_PORT);
            shop.port();
        }
        return shop;
    }

    private static Path folder(String name) {
        return temp.resolve(name);
    }

    private static KontorProcess start(Path folder, Map<String, String> settings, String... arguments) {
        var process = KontorProcess.start(folder, settings, arguments);
        started.add(process);
        return process;
    }

    /** Why it does not start with these settings. */
    private static String refusal(Map<String, String> settings, String... arguments) {
        return start(folder("other"), settings, arguments).refusal();
    }

    private static void send(String method, String path, String body, int status) {
        var answer = shop().send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static String get(String path) {
        var answer = shop().send("GET", path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void opensWithADatabaseOfItsOwnAndDemoDataWhenNothingIsConfigured() {
        assertThat(get("/api/products/1")).contains("Plain T-Shirt");
        assertThat(shop().database()).isPresent();
        assertThat(folder("shop")).isDirectoryContaining("glob:**/.kontor");
    }

    @Test
    void listensOnTheLoopbackAddressOnly() throws IOException {
        var port = shop().port();
        var others = otherAddresses();

        connect(InetAddress.getLoopbackAddress(), port);
        assertThat(others)
                .allSatisfy(
                        other -> assertThatThrownBy(() -> connect(other, port)).isInstanceOf(IOException.class));
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 5000);
        }
    }

    @Test
    void keepsItsDataWhenItIsKilledAndLoadsNoDemoDataAgain() {
        send("POST", "/api/categories", "{\"category_name\": \"Jackets\"}", 201);
        send("DELETE", "/api/categories/5", null, 204);
        var orphan = shop().database().orElseThrow();

        shop().kill();

        assertThat(get("/api/categories")).contains("\"Jackets\"").doesNotContain("\"Shoes\"");
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void letsNoSecondKontorUseItsData() {
        shop();
        var data = folder("shop").resolve(".kontor");

        assertThat(refusal(Map.of("PORT", "0", "KONTOR_DATA", data.toString())))
                .contains(data.toString(), "KONTOR_DATA");
        assertThat(get("/api/products/1")).contains("Plain T-Shirt");
    }

    @Test
    @Order(Integer.MAX_VALUE) // the last one, since it leaves the shop closed, and to open it again takes time
    void saysThatThePortIsInUse() throws IOException {
        shop().stop();

        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = String.valueOf(other.getLocalPort());
            assertThat(start(folder("shop"), Map.of("PORT", port)).refusal()).contains(port, "PORT");
        }
    }

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
    @EnabledIfEnvironmentVariable(named = "DB_NAME", matches = ".+")
    void saysThatThePasswordIsWrong() {
        var settings = mySql();
        settings.put("DB_PASSWORD", "not the password");

        assertThat(refusal(settings)).contains(settings.get("DB_USER"), "DB_USER", "DB_PASSWORD");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "DB_NAME", matches = ".+")
    void saysThatThereIsNoSuchDatabase() {
        var settings = mySql();
        settings.put("DB_NAME", settings.get("DB_NAME") + "_nowhere");

        assertThat(refusal(settings)).contains(settings.get("DB_NAME"), "schema");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "DB_NAME", matches = ".+")
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
            assertThat(rows.getInt(1)).isEqualTo(5);
            statement.execute("DROP DATABASE " + quoted);
        }
    }

    /** The settings of the MySQL server that the tests run on. */
    private static Map<String, String> mySql() {
        var settings = new HashMap<>(System.getenv());
        settings.keySet().removeIf(name -> !name.startsWith("DB_"));
        return settings;
    }

    @Test
    void listensOnNoOtherAddressAndTakesNoShortSecret() {
        assertThat(refusal(Map.of("HOST", "0.0.0.0"))).contains("KONTOR_SECRET", "HOST");
        assertThat(refusal(Map.of("KONTOR_SECRET", "too short"))).contains("KONTOR_SECRET", "32");
    }

    @Test
    void namesTheVariableThatHasNoValidValue() {
        assertThat(refusal(Map.of("DB_PORT", "mysql"))).startsWith("DB_PORT");
        assertThat(refusal(Map.of("PORT", "http"))).startsWith("PORT");
    }

    @Test
    void asksEverybodyWhoTheyAreOnceItHasASecret() throws IOException {
        var settings = Map.of("PORT", "0", "KONTOR_SECRET", "a secret of the tests, 32 bytes and more");
        var guarded = start(folder("guarded"), settings);

        var first = FIRST_MANAGER.matcher(guarded.says());
        assertThat(first.find()).as(guarded.says()).isTrue();
        assertThat(guarded.send("GET", "/api/users", null).statusCode()).isEqualTo(401);
        assertThat(guarded.send("GET", "/api/products", null).body()).isEqualTo("[]");
        var credentials = "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(first.group(1), first.group(2));
        assertThat(guarded.send("POST", "/api/sessions", credentials).body()).contains("\"role\":\"manager\"");
        for (var address : otherAddresses()) {
            connect(address, guarded.port());
        }

        guarded.stop();
        assertThat(start(folder("guarded"), settings).says()).doesNotContain("password", "manager");
    }

    @Test
    void makesTheFirstManagerThatTheEnvironmentNames() {
        var credentials = "{\"email\": \"owner@example.com\", \"password\": \"a phrase of my own\"}";
        var named = start(
                folder("named"),
                Map.of(
                        "PORT", "0",
                        "KONTOR_SECRET", "a secret of the tests, 32 bytes and more",
                        "KONTOR_MANAGER_EMAIL", "Owner@example.com",
                        "KONTOR_MANAGER_PASSWORD", "a phrase of my own"));

        assertThat(named.says()).doesNotContain("a phrase of my own").doesNotContainPattern(FIRST_MANAGER);
        assertThat(named.send("POST", "/api/sessions", credentials).body()).contains("\"role\":\"manager\"");
    }

    @Test
    void asksForAMySqlServerWhereThereIsNoEmbeddedOne() {
        var process = KontorProcess.startWithoutEmbeddedDatabase(folder("other"), ANY_PORT);
        started.add(process);

        assertThat(process.refusal()).contains("DB_NAME", "DB_USER", "DB_PASSWORD");
    }

    @Test
    void seedsTwiceAndLeavesWhatAManagerMadeOrChanged() throws IOException {
        send("POST", "/api/categories", "{\"category_name\": \"Lamps\"}", 201);
        send("PUT", "/api/categories/4", "{\"category_name\": \"Caps\"}", 200);
        send("DELETE", "/api/tags/7", null, 204);
        shop().stop();
        var elsewhere = Files.createDirectory(folder("elsewhere"));
        Files.writeString(elsewhere.resolve(".env"), "KONTOR_DATA=../shop/.kontor\n");

        for (int i = 0; i < 2; i++) {
            var seed = start(elsewhere, Map.of(), "seed");
            assertThat(seed.exitCode()).as(seed::output).isZero();
        }

        assertThat(get("/api/categories"))
                .contains("\"Lamps\"", "\"Caps\"", "\"Shirts\"")
                .doesNotContain("\"Hats\"");
        assertThat(get("/api/tags/7")).contains("\"gold\"");
        assertThat(get("/api/products?total=true")).containsOnlyOnce("Plain T-Shirt");
    }
}
