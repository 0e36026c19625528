package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Lets the program check what it is told, without a database that runs. */
class CheckTest extends ProcessTest {

    private static final String SECRET = "a secret of the tests, 32 bytes and more";

    /** The files below a folder, and what is in them; but not what the process prints. */
    private static Map<Path, List<Object>> files(Path folder) throws IOException {
        var files = new TreeMap<Path, List<Object>>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(path -> !path.toString().endsWith(".txt"))
                    .filter(path -> !path.equals(folder))
                    .toList()) {
                files.put(
                        file,
                        List.of(
                                Files.getLastModifiedTime(file),
                                Files.isDirectory(file) ? "" : Files.readString(file)));
            }
        }
        return files;
    }

    private static List<String> faults(Path folder, Map<String, String> settings) {
        var check = start(folder, settings, "check");
        assertThat(check.exitCode()).as(check::output).isOne();
        return check.output().lines().toList();
    }

    @Test
    void findsNothingWrongWithAnEmptyFolderAndLeavesItEmpty() throws IOException {
        var folder = Files.createDirectory(folder("empty"));

        var check = start(folder, ANY_PORT, "check");

        assertThat(check.exitCode()).as(check::output).isZero();
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void namesAllThatIsWrong() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var folder = Files.createDirectory(folder("wrong"));
            Files.createFile(folder.resolve("file"));

            var faults = faults(
                    folder,
                    Map.of(
                            "PORT", String.valueOf(other.getLocalPort()),
                            "KONTOR_DATA", "file/data",
                            "KONTOR_CORS", "shop,https://shop.example,page",
                            "KONTOR_PROXIES", "proxy"));

            assertThat(faults).hasSize(5);
            for (var wrong : List.of("PORT", "KONTOR_DATA", "'shop'", "'page'", "KONTOR_PROXIES")) {
                assertThat(faults).filteredOn(fault -> fault.contains(wrong)).hasSize(1);
            }
        }
    }

    @Test
    void namesEverySettingThatCannotBeRead() {
        var faults = faults(
                folder("unreadable"),
                Map.of(
                        "PORT", "http",
                        "DB_PORT", "mysql",
                        "DB_HOST", "a b",
                        "DB_NAME", "kontor",
                        "KONTOR_SECRET", "short",
                        "KONTOR_SECRET_OLD", "old",
                        "KONTOR_MANAGER_EMAIL", "owner@example.com",
                        "KONTOR_SIGNIN_ATTEMPTSPERACCOUNT", "many"));

        for (var wrong : List.of(
                "PORT ",
                "DB_PORT ",
                "DB_HOST ",
                "DB_USER",
                "KONTOR_SECRET ",
                "KONTOR_SECRET_OLD ",
                "KONTOR_MANAGER_PASSWORD",
                "kontor.sign-in.attempts-per-account ")) {
            assertThat(faults).as(wrong).anyMatch(fault -> fault.startsWith(wrong) || fault.contains(" " + wrong));
        }
        assertThat(faults).doesNotHaveDuplicates().noneMatch(fault -> fault.contains("owner@"));
    }

    @Test
    void asksForAFirstManagerWhoCanSignIn() {
        var settings = Map.of(
                "PORT", "0",
                "KONTOR_SECRET", SECRET,
                "KONTOR_MANAGER_EMAIL", "owner",
                "KONTOR_MANAGER_PASSWORD", "password1234");

        assertThat(faults(folder("manager"), settings))
                .hasSize(2)
                .anyMatch(fault -> fault.contains("KONTOR_MANAGER_EMAIL"))
                .anyMatch(fault -> fault.contains("KONTOR_MANAGER_PASSWORD"));
    }

    @Test
    void doesNotTouchTheDataOfAShopThatRuns() throws IOException {
        var folder = Files.createDirectories(folder("running"));
        var data = Files.createDirectories(folder.resolve(".kontor/data"));
        Files.writeString(data.resolve("ibdata1"), "rows");
        var lock = Files.createFile(folder.resolve(".kontor/lock"));
        var before = files(folder);

        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(faults(folder, ANY_PORT)).singleElement().asString().contains("KONTOR_DATA");
        }

        assertThat(start(folder, ANY_PORT, "check").exitCode()).isZero();
        assertThat(files(folder)).isEqualTo(before);
    }

    @Test
    void showsEachSettingAndWhereItComesFromAndNoSecret() throws IOException {
        var folder = Files.createDirectories(folder("shown"));
        Files.writeString(folder.resolve(".env"), "KONTOR_SECRET_OLD='%s'\nPORT=0\n".formatted("old" + SECRET));

        var check = start(
                folder,
                Map.of(
                        "LOGGING_LEVEL_SHOP_KONTOR",
                        "debug",
                        "KONTOR_SECRET",
                        SECRET,
                        "KONTOR_MANAGER_EMAIL",
                        "owner@example.com",
                        "KONTOR_MANAGER_PASSWORD",
                        "a phrase of my own",
                        "KONTOR_SIGNIN_ATTEMPTSPERACCOUNT",
                        "7"),
                "check",
                "--kontor.customer.unpaid-orders=8");

        assertThat(check.exitCode()).as(check::output).isZero();
        assertThat(check.output())
                .contains(
                        "KONTOR_SECRET=*** (environment)",
                        "KONTOR_SECRET_OLD=*** (.env)",
                        "PORT=0 (.env)",
                        "KONTOR_DATA=.kontor (default)",
                        "kontor.sign-in.attempts-per-account=7 (environment)",
                        "kontor.customer.unpaid-orders=8 (argument)")
                .doesNotContain(SECRET, "owner@example.com", "a phrase of my own");
        for (var row : Files.readAllLines(Path.of(".github/SETTINGS.md"))) {
            if (row.startsWith("| `")) {
                assertThat(check.output()).contains(" " + row.split("`")[1] + "=");
            }
        }
    }
}
