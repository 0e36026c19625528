package shop.kontor.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The only account of the embedded server, whose password is a new one at each start.
 *
 * @param password of {@link #USER}
 */
record EmbeddedAccount(String password) {

    static final String USER = "kontor";

    static EmbeddedAccount generate() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new EmbeddedAccount(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * Writes the statements that the server executes before it accepts connections. They remove every other account but
     * that of the server's own views, which nobody can sign in to.
     *
     * @param file only its owner can read it, since it contains the password
     * @see <a href="https://mariadb.com/docs/server/server-management/variables-and-modes/server-system-variables#init_file">
     *     MariaDB, init_file</a>
     */
    void write(Path file) throws IOException {
        Files.deleteIfExists(file);
        PrivateFiles.create(file);
        Files.writeString(file, """
                DELETE FROM mysql.global_priv WHERE User <> 'mariadb.sys';
                DELETE FROM mysql.db;
                FLUSH PRIVILEGES;
                CREATE USER %1$s@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT ALL ON `kontor%%`.* TO %1$s@'127.0.0.1';
                """.formatted(USER, password));
    }

    /**
     * Writes the options with which the clients of MariaDB connect, such as {@code mariadb-dump}.
     *
     * @param file only its owner can read it, since it contains the password
     */
    void writeOptions(Path file, int port) throws IOException {
        Files.deleteIfExists(file);
        PrivateFiles.create(file);
        Files.writeString(file, """
                [client]
                host = 127.0.0.1
                port = %d
                protocol = tcp
                user = %s
                password = %s
                skip-ssl
                default-character-set = utf8mb4
                """.formatted(port, USER, password));
    }

    @Override
    public String toString() {
        return USER;
    }
}
