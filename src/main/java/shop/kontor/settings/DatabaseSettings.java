package shop.kontor.settings;

import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the shop is kept.
 *
 * @param host of the MySQL server
 * @param port of the MySQL server
 * @param name of the database on it; empty for the embedded database
 * @param user who signs in there
 * @param password the user's, or empty
 * @param data the folder of the embedded database
 */
@ConfigurationProperties("kontor.database")
public record DatabaseSettings(String host, int port, String name, String user, Secret password, String data) {

    /**
     * The settings, checked.
     *
     * @throws StartupFailure if a MySQL server is named in part, or there can't be such a port or folder
     */
    public DatabaseSettings {
        var isNamed = !name.isBlank() && !user.isBlank();
        if (!isNamed && !Stream.of(name, user, password.value()).allMatch(String::isEmpty)) {
            throw new StartupFailure(
                    "DB_NAME, DB_USER and DB_PASSWORD are needed for a MySQL server, and not all of them are set: add what is missing to the environment or to .env.");
        }
        if (port < 1 || port > 65535) {
            throw new StartupFailure("DB_PORT must be a number from 1 to 65535: correct it, or leave it out.");
        }
        if (data.isBlank()) {
            throw new StartupFailure("KONTOR_DATA must be the name of a folder: correct it, or leave it out.");
        }
    }

    /** Whether the database is on a MySQL server that runs already; otherwise it is the embedded one. */
    public boolean isOnServer() {
        return !name.isEmpty();
    }
}
