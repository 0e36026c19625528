package shop.kontor.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The database of the shop.
 *
 * @param host of the MySQL server, or the members of a replication group, separated by commas
 * @param port of those that name none
 * @param name of the database on it; empty for the embedded database
 * @param user of the MySQL server
 * @param password of the user, or empty
 * @param pw the same by the name that older files have, used if the password is empty
 * @param data the folder of the embedded database
 */
@ConfigurationProperties("kontor.database")
public record DatabaseSettings(
        String host, int port, String name, String user, Secret password, Secret pw, String data) {

    /** In characters, as MySQL has it. */
    private static final int LONGEST = 64;

    /** Characters beyond the basic plane, control characters, and spaces at the end. */
    private static final Pattern UNNAMEABLE = Pattern.compile("[^\\x{1}-\\x{FFFF}]|\\p{Cntrl}|\\s$");

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if the settings of a MySQL server are incomplete, or the host, port, name or folder is invalid
     */
    public DatabaseSettings {
        password = password.isEmpty() ? pw : password;
        var isNamed = !name.isBlank() && !user.isBlank();
        var faults = new Faults()
                .when(
                        !isNamed && !Stream.of(name, user, password.value()).allMatch(String::isEmpty),
                        "The database settings are incomplete: set DB_NAME, DB_USER and DB_PASSWORD in the environment or in .env.")
                .when(port < 1 || port > 65535, "DB_PORT is not a port: set a number from 1 to 65535, or remove it.")
                .when(
                        name.length() > LONGEST || UNNAMEABLE.matcher(name).find(),
                        "DB_NAME is '%s', which MySQL does not take as a name: set one of at most %d letters, digits and underscores."
                                .formatted(name, LONGEST))
                .when(
                        !isFolder(data),
                        "KONTOR_DATA is '%s', which is not a folder: correct it, or remove it.".formatted(data));
        try {
            DatabaseHost.list(host, port);
        } catch (StartupFailure failure) {
            failure.faults().forEach(faults::add);
        }
        faults.raise();
    }

    /** The MySQL server, or the members of the group. */
    public List<DatabaseHost> hosts() {
        return DatabaseHost.list(host, port);
    }

    /** Whether it can be the path of a folder, which need not exist. */
    private static boolean isFolder(String data) {
        try {
            var path = Path.of(data);
            return !data.isBlank() && (Files.notExists(path) || Files.isDirectory(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether the database is on a MySQL server; otherwise it is the embedded one. */
    public boolean isOnServer() {
        return !name.isEmpty();
    }
}
