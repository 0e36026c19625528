package shop.kontor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The rows that are kept for a time, and the age of those that should be gone: what the jobs delete is what counts. */
class UpkeepMetricsTest extends MeasuredShop {

    /**
     * How to insert a row.
     *
     * @param sql with the row's only date, so many seconds after it has expired, as its parameter
     */
    private record Row(String table, String sql) {}

    @Autowired
    UpkeepMetrics upkeep;

    @Autowired
    ScheduledTaskHolder jobs;

    static Stream<Row> rows() {
        return Stream.of(
                new Row("idempotency_keys", """
                        INSERT INTO idempotency_keys (user_id, idempotency_key, fingerprint, claimed_at)
                        VALUES (1, UUID(), '', UTC_TIMESTAMP(6) - INTERVAL 24 HOUR - INTERVAL ? SECOND)"""),
                new Row("sessions", """
                        INSERT INTO sessions (user_id, version, expires_at)
                        VALUES (1, 0, UTC_TIMESTAMP(6) - INTERVAL ? SECOND)"""),
                new Row("attempts", """
                        INSERT INTO attempts (kind, subject, counted, ends_at)
                        VALUES ('test', UUID(), 1, UTC_TIMESTAMP(6) - INTERVAL ? SECOND)"""),
                new Row("known_networks", """
                        INSERT INTO known_networks (user_id, network, seen_at)
                        VALUES (1, UUID(), UTC_TIMESTAMP(6) - INTERVAL 90 DAY - INTERVAL ? SECOND)"""));
    }

    @BeforeEach
    void empty() {
        rows().forEach(row -> database.update("DELETE FROM " + row.table()));
    }

    private double age(Row row) {
        upkeep.read();
        return sum("kontor_expired_rows_age_seconds", Map.of("table", row.table()));
    }

    private int count(Row row) {
        return database.queryForObject("SELECT COUNT(*) FROM " + row.table(), Integer.class);
    }

    private void runJobs() {
        var forget = jobs.getScheduledTasks().stream()
                .map(ScheduledTask::getTask)
                .filter(task -> task.toString().endsWith(".forget"))
                .toList();
        assertThat(forget).isNotEmpty();
        forget.forEach(task -> task.getRunnable().run());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowAgesFromWhenItExpiresUntilItsJobDeletesIt(Row row) {
        database.update(row.sql(), 3600);

        assertThat(age(row)).isBetween(3600.0, 3700.0);
        runJobs();
        assertThat(count(row)).isZero();
        assertThat(age(row)).isZero();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowThatItsJobLeavesHasNoAge(Row row) {
        database.update(row.sql(), -60);

        runJobs();
        assertThat(count(row)).isEqualTo(1);
        assertThat(age(row)).isZero();
    }

    @Test
    void countsTheKeysThatAreKept() {
        var key = rows().findFirst().orElseThrow();
        database.update(key.sql(), -60);
        database.update(key.sql(), -60);

        upkeep.read();

        assertThat(sum("kontor_idempotency_keys", Map.of())).isEqualTo(2);
    }

    /** Each read looks at some rows at the ends of indexes, and at so many keys at most, however many there are. */
    @Test
    void readsABoundedNumberOfRows() {
        for (var row : rows().toList()) {
            for (int i = 0; i < 100; i++) {
                database.update(row.sql(), i);
            }
        }
        var keys = count(rows().findFirst().orElseThrow());
        // the keys once more, as what is counted
        assertThat(statements.reads(upkeep::read)).isLessThan(2 * keys + 30);
        assertThat(List.of(statements.during(upkeep::read))).hasSize(1);
    }
}
