package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import shop.kontor.TestDatabase;

/** A shop in a folder, on the database that the tests run on, with the commands that back it up and restore it. */
record Backups(Path folder, Map<String, String> settings, String backup, String restore) {

    /** The client's options, and the database, of the shop itself and of the one that is restored. */
    private static final String OPTIONS = "client.cnf";

    private static final String RESTORED = "_restored";

    static Backups in(Path folder) throws IOException {
        return isOnServer() ? onServer(folder) : embedded(folder);
    }

    static boolean isOnServer() {
        return System.getenv("DB_NAME") != null;
    }

    private static Backups embedded(Path folder) throws IOException {
        return new Backups(
                Files.createDirectories(folder),
                Map.of("PORT", "0"),
                OperatingGuide.commands("backup-embedded"),
                OperatingGuide.commands("restore-embedded"));
    }

    private static Backups onServer(Path folder) throws IOException {
        var settings = new HashMap<>(ProcessTest.mySql());
        var name = settings.get("DB_NAME") + "_" + folder.getFileName() + "_test";
        settings.put("PORT", "0");
        settings.put("DB_NAME", TestDatabase.anew(settings::get, name));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(OPTIONS), """
                [client]
                host = %s
                port = %s
                user = %s
                password = "%s"
                """.formatted(
                        settings.getOrDefault("DB_HOST", "localhost"),
                        settings.getOrDefault("DB_PORT", "3306"),
                        settings.get("DB_USER"),
                        settings.get("DB_PASSWORD")));
        var backups = new Backups(
                folder, settings, OperatingGuide.commands("backup-mysql"), OperatingGuide.commands("restore-mysql"));
        backups.forgetRestored();
        return backups;
    }

    /** The settings of the restored shop. */
    Map<String, String> restored() {
        var restored = new HashMap<>(settings);
        if (isOnServer()) {
            restored.put("DB_NAME", settings.get("DB_NAME") + RESTORED);
        } else {
            restored.put("KONTOR_DATA", ".kontor-restored");
        }
        return restored;
    }

    /** Those who can back up here; where MySQL's client is missing, nobody can. */
    static void requireClient() {
        var isMissing = isOnServer()
                && Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .noneMatch(folder -> Files.isExecutable(Path.of(folder, "mysqldump")));
        if (isMissing) {
            System.out.println("Skipped: there is no mysqldump on the PATH, so nothing is backed up.");
        }
        assumeThat(isMissing).isFalse();
    }

    OperatingGuide.Outcome backUp() throws IOException, InterruptedException {
        return run(backup, settings);
    }

    OperatingGuide.Outcome restoreIt() throws IOException, InterruptedException {
        return run(restore, restored());
    }

    OperatingGuide.Outcome run(String commands, Map<String, String> settings) throws IOException, InterruptedException {
        return new OperatingGuide(folder, settings).run(commands);
    }

    Path file() {
        return folder.resolve("backup.sql");
    }

    /** The options of the client, while the shop runs. */
    Path options(Map<String, String> settings) {
        return isOnServer()
                ? folder.resolve(OPTIONS)
                : folder.resolve(settings.getOrDefault("KONTOR_DATA", ".kontor"))
                        .resolve(OPTIONS);
    }

    /** The tables of a shop with these settings, as the client's options name the server. */
    JdbcTemplate database(Map<String, String> settings) throws IOException {
        return database(settings, settings.getOrDefault("DB_NAME", "kontor"));
    }

    JdbcTemplate database(Map<String, String> settings, String name) throws IOException {
        var options = new Properties();
        try (var file = Files.newBufferedReader(options(settings))) {
            options.load(file);
        }
        return new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:mysql://%s:%s/%s?allowPublicKeyRetrieval=true&createDatabaseIfNotExist=true"
                        .formatted(options.getProperty("host"), options.getProperty("port"), name),
                options.getProperty("user"),
                options.getProperty("password").replace("\"", "")));
    }

    /** A backup without what makes it one of a moment, in a database beside the shop's. */
    JdbcTemplate torn() throws IOException, InterruptedException {
        var name = settings.getOrDefault("DB_NAME", "kontor") + "_torn";
        database(settings, name).execute("DROP DATABASE " + name);
        var torn = database(settings, name);
        torn.execute("DO 0");
        var made = run(
                backup.replace("--single-transaction", "--skip-lock-tables").replace("backup.", "torn.")
                        + "%s --defaults-file=%s %s <torn.sql"
                                .formatted(isOnServer() ? "mysql" : "mariadb", options(settings), name),
                settings);
        assertThat(made.exitCode()).as(made.output()).isZero();
        return torn;
    }

    /** Makes it possible to restore again. */
    void forgetRestored() throws IOException {
        if (isOnServer()) {
            database(settings).execute("DROP DATABASE IF EXISTS " + restored().get("DB_NAME"));
        } else {
            FileSystemUtils.deleteRecursively(folder.resolve(".kontor-restored"));
        }
    }
}
