package shop.kontor.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import shop.kontor.settings.StartupFailure;

/** The folder of the embedded database, which one process uses at a time, and nobody but its owner. */
final class DataFolder implements AutoCloseable {

    private static final List<String> FOLDERS = List.of("data", "tmp", "files");
    private static final List<String> FILES = List.of("lock", "mariadbd.pid", "users.sql", "unfinished");

    private final Path path;
    private final FileChannel lock;

    /**
     * Creates the folder if it does not exist, locks it, ends a server that outlived its shop, and deletes what a first start
     * left that was cut off.
     *
     * @throws StartupFailure if another process uses the folder
     */
    DataFolder(Path path) throws Exception {
        this.path = path;
        if (isOurs()) {
            PrivateFiles.secure(path);
        }
        for (var folder : FOLDERS) {
            PrivateFiles.secure(path.resolve(folder));
        }
        lock = lock();
        endOrphan();
        if (Files.exists(unfinished())) {
            discard();
        } else if (isEmpty(data())) {
            Files.createFile(unfinished());
        }
    }

    /** Says that the first start is over: from now on, the data is somebody's. */
    void finish() throws IOException {
        Files.deleteIfExists(unfinished());
    }

    /** Deletes the data of a first start that did not finish: nobody has used it yet. */
    private void discard() throws Exception {
        var installers = ProcessHandle.allProcesses()
                .filter(process -> isInstaller(process.info().commandLine().orElse("")))
                .toList();
        for (var installer : installers) {
            installer.destroyForcibly();
            installer.onExit().get(60, TimeUnit.SECONDS);
        }
        FileSystemUtils.deleteRecursively(data());
        PrivateFiles.secure(data());
    }

    private boolean isInstaller(String line) {
        return line.contains(data().toString()) && (line.contains("mariadb-install-db") || line.contains("mariadbd "));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private Path unfinished() {
        return path.resolve("unfinished");
    }

    /** Whether nobody keeps anything else in it, as in a working folder. */
    private boolean isOurs() throws IOException {
        if (Files.notExists(path)) {
            return true;
        }
        try (var entries = Files.list(path)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .allMatch(name -> FOLDERS.contains(name) || FILES.contains(name));
        }
    }

    /** The tables. */
    Path data() {
        return path.resolve("data");
    }

    Path temporary() {
        return path.resolve("tmp");
    }

    /** The only folder whose files SQL can read and write; it is empty. */
    Path files() {
        return path.resolve("files");
    }

    Path pidFile() {
        return path.resolve("mariadbd.pid");
    }

    /** What the server executes at its start. */
    Path users() {
        return path.resolve("users.sql");
    }

    /** Locks the folder; the operating system releases the lock when the process ends in any way. */
    private FileChannel lock() throws IOException {
        var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this process
        }
        channel.close();
        throw new StartupFailure(
                "Another Kontor uses the data in %s: stop it, or set KONTOR_DATA to another folder.".formatted(path));
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

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
