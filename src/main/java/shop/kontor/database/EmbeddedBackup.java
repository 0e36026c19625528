package shop.kontor.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import shop.kontor.settings.StartupFailure;

/** A backup of the embedded database, as {@code mariadb-dump} writes it. */
final class EmbeddedBackup {

    /** The beginning of its last line; one that was cut off has none. */
    private static final String END = "-- Dump completed";

    private static final int TAIL = 200;

    private EmbeddedBackup() {}

    /**
     * Restores a backup.
     *
     * @param client of MariaDB
     * @param options with which it connects
     * @param name of an empty database
     * @throws StartupFailure if the backup is incomplete or cannot be restored
     */
    static void restore(InputStream backup, Path client, Path options, String name) throws Exception {
        var process = new ProcessBuilder(client.toString(), "--defaults-file=" + options, name)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var end = "";
        try (var input = process.getOutputStream();
                var progress = Progress.of("Restoring the backup")) {
            var tail = new byte[0];
            var buffer = new byte[1 << 16];
            for (int read = backup.read(buffer); read > 0; read = backup.read(buffer)) {
                input.write(buffer, 0, read);
                tail = end(tail, buffer, read);
            }
            end = new String(tail, StandardCharsets.UTF_8);
        } catch (IOException e) {
            end = END; // the client has gone, and said why
        }
        if (process.waitFor() != 0 || !end.contains(END)) {
            throw new StartupFailure(
                    "The backup %s: delete the folder KONTOR_DATA, which holds a part of it, and restore a complete one."
                            .formatted(end.contains(END) ? "is not restored" : "is incomplete"));
        }
    }

    private static byte[] end(byte[] tail, byte[] buffer, int read) {
        var all = Arrays.copyOf(tail, tail.length + read);
        System.arraycopy(buffer, 0, all, tail.length, read);
        return Arrays.copyOfRange(all, Math.max(0, all.length - TAIL), all.length);
    }

    /**
     * Refuses to mix two shops.
     *
     * @throws StartupFailure if the database is not empty
     */
    static void requireEmpty(Database database) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var tables = connection.createStatement().executeQuery("SHOW TABLES")) {
            if (tables.next()) {
                throw new StartupFailure(
                        "KONTOR_DATA holds a shop already: set it to a new folder, and restore the backup there.");
            }
        }
    }
}
