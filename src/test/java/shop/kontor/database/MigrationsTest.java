package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the migrations to what the servers of the last release can work with: they add, and take nothing away. */
class MigrationsTest {

    private static final Path FOLDER = Path.of("db", "migration");
    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern COMMENT = Pattern.compile("(?m)--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /** What servers that do not know of it would notice; a new column must be one that they can leave out. */
    private static final Pattern NOTICED = Pattern.compile(
            "\\b(RENAME|MODIFY|CHANGE|TRUNCATE|DROP\\s+(?!INDEX|TEMPORARY|PROCEDURE)\\w+)\\b"
                    + "|\\bADD COLUMN (?=[^,;]*NOT NULL)(?![^,;]*(DEFAULT|GENERATED|\\bAS\\b))[^,;]*",
            Pattern.CASE_INSENSITIVE);

    /** A foreign key that is made again under its name, with another rule or more columns. */
    private static final Pattern REPLACED =
            Pattern.compile("\\bDROP FOREIGN KEY (\\w+)(?=.*\\bADD CONSTRAINT \\1 FOREIGN KEY\\b)", Pattern.DOTALL);

    @Test
    void thoseAfterTheLastReleaseOnlyAdd() throws IOException {
        var released = new Properties();
        try (var file = Files.newBufferedReader(Path.of(".ci", "released"))) {
            released.load(file);
        }
        var last = Integer.parseInt(released.getProperty("schema"));
        try (var files = Files.list(FOLDER)) {
            var versions = files.collect(Collectors.toMap(MigrationsTest::version, MigrationsTest::taken));
            assertThat(versions).containsKey(last);
            versions.keySet().removeIf(version -> version <= last);
            assertThat(versions)
                    .allSatisfy((version, taken) -> assertThat(taken).isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE orders DROP COLUMN buyer_name;",
                "ALTER TABLE orders ADD COLUMN note TEXT, DROP CONSTRAINT ck_orders_status;",
                "ALTER TABLE orders DROP FOREIGN KEY fk_orders_user;",
                "ALTER TABLE orders DROP FOREIGN KEY fk_orders_user;"
                        + "ALTER TABLE orders ADD CONSTRAINT fk_orders_buyer FOREIGN KEY (user_id) REFERENCES users (id);",
                "DROP TABLE sessions;",
                "ALTER TABLE orders RENAME COLUMN buyer_name TO buyer;",
                "RENAME TABLE orders TO purchases;",
                "ALTER TABLE orders MODIFY buyer_name VARCHAR(10);",
                "ALTER TABLE orders CHANGE buyer_name buyer VARCHAR(255);",
                "ALTER TABLE orders ADD COLUMN note VARCHAR(255) NOT NULL;"
            })
    void whatTakesSomethingAwayIsFound(String statement) {
        assertThat(taken(statement)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE orders DROP FOREIGN KEY fk_orders_user, ADD INDEX ix_orders_note (note);"
                        + "ALTER TABLE orders ADD CONSTRAINT fk_orders_user FOREIGN KEY (user_id) REFERENCES users (id);",
                "ALTER TABLE orders ADD COLUMN note VARCHAR(255), ADD COLUMN gift BOOLEAN NOT NULL DEFAULT FALSE;",
                "ALTER TABLE orders DROP INDEX ix_orders_user_id;",
                "-- does not DROP TABLE orders\nCREATE INDEX ix_orders_note ON orders (note);",
                "CREATE TABLE notes (id BIGINT NOT NULL PRIMARY KEY);"
            })
    void whatAddsIsNot(String statement) {
        assertThat(taken(statement)).isEmpty();
    }

    private static int version(Path file) {
        var name = VERSION.matcher(file.getFileName().toString());
        assertThat(name.matches()).as(file.toString()).isTrue();
        return Integer.parseInt(name.group(1));
    }

    private static List<String> taken(Path file) {
        try {
            return taken(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> taken(String sql) {
        var statements = COMMENT.matcher(sql).replaceAll("");
        return NOTICED.matcher(REPLACED.matcher(statements).replaceAll(""))
                .results()
                .map(match -> match.group().strip())
                .toList();
    }
}
