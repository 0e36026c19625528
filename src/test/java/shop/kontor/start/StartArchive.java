package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * The classes of the program, archived as the JVM loads them: with this archive, a start takes about half the time. It is
 * made once for each state of the class path, by the first test process that starts the program.
 */
final class StartArchive {

    private static final Path FOLDER = Path.of("target", "start").toAbsolutePath();

    private final List<Path> classPath;
    private final Path jar;
    private final Path archive;

    /** For a class path with one folder: the JVM archives no classes of folders, so a jar takes its place. */
    StartArchive(List<Path> classPath) throws IOException {
        this.classPath = classPath;
        var state = Integer.toHexString(state());
        jar = FOLDER.resolve(state + ".jar");
        archive = FOLDER.resolve(state + ".jsa");
    }

    private int state() throws IOException {
        var state = new ArrayList<>(List.of(Runtime.version(), classPath));
        try (var files = Files.walk(folder())) {
            for (var file : files.sorted().toList()) {
                state.add(List.of(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        }
        return state.hashCode();
    }

    private Path folder() {
        return classPath.stream().filter(Files::isDirectory).findFirst().orElseThrow();
    }

    /** The options of a JVM that uses it, the class path among them. */
    List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + archive, "-cp", joined());
    }

    private String joined() {
        return classPath.stream()
                .map(entry -> Files.isDirectory(entry) ? jar : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Makes it by a start that ends before the server listens, unless there is one already. */
    void makeUnlessMade(Function<List<String>, ProcessBuilder> starting) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        var lock = FOLDER.resolveSibling("start.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (Files.notExists(archive)) {
                FileSystemUtils.deleteRecursively(FOLDER);
                Files.createDirectories(FOLDER);
                make(starting);
            }
        }
    }

    private void make(Function<List<String>, ProcessBuilder> starting) throws IOException, InterruptedException {
        var packed = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--create",
                        "--no-compress",
                        "--file=" + jar,
                        "-C",
                        folder().toString(),
                        ".");
        assertThat(packed).isZero();
        var output = FOLDER.resolve("output.txt").toFile();
        var options = List.of(
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Xlog:cds=off",
                "-Dspring.context.exit=onRefresh",
                "-cp",
                joined());
        var exitCode = starting.apply(options)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start()
                .waitFor();
        assertThat(exitCode).as("exit code, see %s", output).isZero();
        endDatabase();
        assertThat(archive).isNotEmptyFile();
    }

    /** A start that ends at that moment leaves it running. */
    private static void endDatabase() throws IOException {
        var pid = Files.readString(FOLDER.resolve(".kontor/mariadbd.pid")).strip();
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(database -> {
            database.destroy();
            database.onExit().join();
        });
    }
}
