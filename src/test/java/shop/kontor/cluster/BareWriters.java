package shop.kontor.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes to a group with nothing but JDBC, to measure how long the group itself takes to replace a primary: a thread for
 * each member writes whenever that member says that it takes writes.
 */
final class BareWriters implements AutoCloseable {

    private static final String OPTIONS = "/?connectTimeout=1000&socketTimeout=1000&allowPublicKeyRetrieval=true";
    private static final List<String> TABLE = List.of(
            "CREATE DATABASE IF NOT EXISTS kontor_bare",
            "CREATE TABLE IF NOT EXISTS kontor_bare.writes (id BIGINT AUTO_INCREMENT PRIMARY KEY)");

    private final Gaps gaps = new Gaps();
    private final List<Thread> threads;

    BareWriters() {
        threads = Stream.of(System.getenv("DB_HOST").split(","))
                .map(host -> new Thread(() -> writeTo(host)))
                .toList();
        threads.forEach(Thread::start);
    }

    Gaps gaps() {
        return gaps;
    }

    private void writeTo(String host) {
        while (!Thread.currentThread().isInterrupted()) {
            try (var connection = DriverManager.getConnection(
                    "jdbc:mysql://" + host + OPTIONS, System.getenv("DB_USER"), System.getenv("DB_PASSWORD"))) {
                write(connection);
            } catch (SQLException e) {
                // not the primary, or not any more
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void write(Connection connection) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            var readOnly = statement.executeQuery("SELECT @@global.super_read_only");
            readOnly.next();
            if (readOnly.getBoolean(1)) {
                Thread.sleep(50);
                return;
            }
            for (var sql : TABLE) {
                statement.execute(sql);
            }
            while (true) {
                statement.execute("INSERT INTO kontor_bare.writes VALUES ()");
                gaps.end();
                Thread.sleep(20);
            }
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
