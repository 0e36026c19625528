package shop.kontor.settings;

import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The database of the shop.
 *
 * @param host of the MySQL server
 * @param port of the MySQL server
 * @param name of the database on it; empty for the embedded database
 * @param user of the MySQL server
 * @param password of the user, or empty
 * @param pw the same by the name that older files have, used if the password is empty
 * @param data the folder of the embedded database
 */
@ConfigurationProperties("kontor.database")
public record DatabaseSettings(
        String host, int port, String name, String user, Secret password, Secret pw, String data) {

    /**
     * Validates the settings.
     *
     * @throws StartupFailure if the settings of a MySQL server are incomplete, or the port or folder is invalid
     */
    public DatabaseSettings {
        password = password.isEmpty() ? pw : password;
        var isNamed = !name.isBlank() && !user.isBlank();
        if (!isNamed && !Stream.of(name, user, password.value()).allMatch(String::isEmpty)) {
            throw new StartupFailure(
                    "The database settings are incomplete: set DB_NAME, DB_USER and DB_PASSWORD in the environment or in .env.");
        }
        if (port < 1 || port > 65535) {
            throw new StartupFailure("DB_PORT is not a port: set a number from 1 to 65535, or remove it.");
        }
        if (data.isBlank()) {
            throw new StartupFailure("KONTOR_DATA is not the path of a folder: correct it, or remove it.");
        }
    }

    /** Whether the database is on a MySQL server; otherwise it is the embedded one. */
    public boolean isOnServer() {
        return !name.isEmpty();
    }
}
