package shop.kontor.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, can be written to and has all tables. It is asked at most once a second, on a connection of its
 * own: those of the shop may all be in use.
 */
@Component
public class DatabaseReadiness implements AutoCloseable {

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);
    private static final long LIMIT = TimeUnit.SECONDS.toNanos(2);

    /** MySQL's {@code super_read_only} implies {@code read_only}, and MariaDB has only the latter. */
    private static final String QUERY = """
            SELECT NOT @@global.read_only
              AND EXISTS (SELECT 1 FROM flyway_schema_history WHERE version = ? AND success)""";

    private static final String MIGRATIONS = "classpath:db/migration/V*__*.sql";
    private static final Pattern VERSION = Pattern.compile("(?<=^V)\\d+");

    private record Asked(long at, Future<Boolean> answer) {}

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(new CustomizableThreadFactory("readiness-"));
    private final HikariDataSource connection = new HikariDataSource();
    private final int version;
    private Asked last = new Asked(System.nanoTime() - INTERVAL, CompletableFuture.completedFuture(false));

    DatabaseReadiness(DataSource shop) throws SQLException, IOException {
        version = newest();
        shop.unwrap(HikariDataSource.class).copyStateTo(connection);
        connection.setPoolName("readiness");
        connection.setMaximumPoolSize(1);
        connection.setMinimumIdle(0);
        connection.setConnectionTimeout(TimeUnit.NANOSECONDS.toMillis(LIMIT));
        connection.setValidationTimeout(TimeUnit.NANOSECONDS.toMillis(INTERVAL));
    }

    /** Waits for the answer, two seconds from the question at most. */
    public boolean isReady() {
        var asked = ask();
        try {
            return asked.answer().get(asked.at() + LIMIT - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Asked ask() {
        if (last.answer().isDone() && System.nanoTime() - last.at() >= INTERVAL) {
            last = new Asked(System.nanoTime(), thread.submit(this::query));
        }
        return last;
    }

    private boolean query() throws SQLException {
        try (var own = connection.getConnection();
                var statement = own.prepareStatement(QUERY)) {
            statement.setInt(1, version);
            try (var row = statement.executeQuery()) {
                var isReady = row.next() && row.getBoolean(1);
                if (!isReady) {
                    // the next one may be to another server
                    connection.evictConnection(own);
                }
                return isReady;
            }
        }
    }

    /** The newest version that this program knows; the database may have newer ones. */
    private static int newest() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources(MIGRATIONS))
                .map(file -> VERSION.matcher(Objects.requireNonNull(file.getFilename())))
                .filter(Matcher::find)
                .mapToInt(name -> Integer.parseInt(name.group()))
                .max()
                .orElseThrow();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        connection.close();
    }
}
