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
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import shop.kontor.settings.StartupFailure;

/** The folder of the embedded database, which one process uses at a time, and nobody but its owner. */
final class DataFolder implements AutoCloseable {

    private static final String RESTORING = "restoring";
    private static final List<String> FOLDERS = List.of("data", "tmp", "files");
    private static final List<String> FILES =
            List.of("lock", "mariadbd.pid", "users.sql", "client.cnf", "unfinished", RESTORING);

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
        if (Files.exists(restoring())) {
            lock.close();
            throw new StartupFailure(isPart(path));
        }
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

    /** Whether it could be used, without doing so. */
    static Stream<String> faults(Path path) {
        var existing = path;
        for (var parent = path.getParent(); parent != null && Files.notExists(existing); parent = parent.getParent()) {
            existing = parent;
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            return Stream.of(
                    "KONTOR_DATA is %s, but Kontor cannot write to %s: give it the permission to, or set KONTOR_DATA to another folder."
                            .formatted(path, existing));
        }
        return Stream.concat(
                isLocked(path) ? Stream.of(inUse(path)) : Stream.empty(),
                Files.exists(path.resolve(RESTORING)) ? Stream.of(isPart(path)) : Stream.empty());
    }

    private static boolean isLocked(Path path) {
        var file = path.resolve("lock");
        if (Files.notExists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (IOException | OverlappingFileLockException e) {
            return true;
        }
    }

    private static String isPart(Path path) {
        return "KONTOR_DATA is %s, where a backup was restored in part: delete the folder, and restore again."
                .formatted(path);
    }

    private static String inUse(Path path) {
        return "Another Kontor uses the data in %s: stop it, or set KONTOR_DATA to another folder.".formatted(path);
    }

    /** How clients of MariaDB connect. */
    Path client() {
        return path.resolve("client.cnf");
    }

    /** Is there while a backup is restored, and afterwards if that did not succeed. */
    Path restoring() {
        return path.resolve(RESTORING);
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
        throw new StartupFailure(inUse(path));
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
