package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import shop.kontor.KontorTest;

/** What the database breaks off is begun anew, as a whole and so many times. */
@KontorTest
class RetryingTransactionTest {

    /** Something that is done in one transaction. */
    static class Work {

        @RetryingTransaction
        void run(IntConsumer work, AtomicInteger attempts) {
            work.accept(attempts.incrementAndGet());
        }
    }

    @Autowired
    JdbcTemplate database;

    @Autowired
    DataSource source;

    @Autowired
    AutowireCapableBeanFactory beans;

    Work work;

    final AtomicInteger attempts = new AtomicInteger();

    @BeforeEach
    void prepare() {
        work = (Work) beans.initializeBean(new Work(), "work");
        database.execute("CREATE TABLE IF NOT EXISTS counters (id INT PRIMARY KEY, n INT NOT NULL)");
        database.execute("REPLACE INTO counters VALUES (1, 0), (2, 0)");
    }

    @AfterEach
    void drop() {
        database.execute("DROP TABLE counters");
    }

    private void add(int id) {
        database.update("UPDATE counters SET n = n + 1 WHERE id = ?", id);
    }

    private int counter(int id) {
        return database.queryForObject("SELECT n FROM counters WHERE id = ?", Integer.class, id);
    }

    @Test
    void doesTheWholeAnewAfterADeadlock() throws Exception {
        var bothHaveOne = new CyclicBarrier(2);
        IntConsumer meet = attempt -> {
            if (attempt == 1) {
                try {
                    bothHaveOne.await(10, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        };
        var others = new AtomicInteger();

        var other = CompletableFuture.runAsync(() -> work.run(
                attempt -> {
                    add(2);
                    meet.accept(attempt);
                    add(1);
                },
                others));
        work.run(
                attempt -> {
                    add(1);
                    meet.accept(attempt);
                    add(2);
                },
                attempts);
        other.get(30, TimeUnit.SECONDS);

        assertThat(attempts.get() + others.get())
                .as("one of the two is broken off")
                .isEqualTo(3);
        assertThat(counter(1)).isEqualTo(2);
        assertThat(counter(2)).isEqualTo(2);
    }

    @Test
    void givesUpInTheEndAndHasDoneNothing() throws SQLException {
        try (var holder = source.getConnection();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("UPDATE counters SET n = 7 WHERE id = 2");

            assertThatThrownBy(() -> work.run(
                            attempt -> {
                                add(1);
                                add(2);
                            },
                            attempts))
                    .isInstanceOf(ConcurrencyFailureException.class);
            holder.rollback();
            holder.setAutoCommit(true);
        }
        assertThat(attempts).hasValueGreaterThan(1).hasValueLessThan(5);
        assertThat(counter(1)).isZero();
    }

    @Test
    void doesNothingAnewWhenTheConnectionIsLost() {
        assertThatThrownBy(() -> work.run(
                        attempt -> {
                            add(1);
                            database.execute("KILL CONNECTION_ID()");
                        },
                        attempts))
                .isInstanceOf(Exception.class);

        assertThat(attempts).hasValue(1);
        assertThat(counter(1)).isZero();
    }

    @Test
    void doesNothingAnewWhenTheConnectionIsLostBeforeTheCommit() {
        assertThatThrownBy(() -> work.run(
                        attempt -> {
                            add(1);
                            kill(number("SELECT CONNECTION_ID()"));
                        },
                        attempts))
                .isNotInstanceOf(TransientDataAccessException.class)
                .satisfies(e -> assertThat(Stream.iterate(e, Objects::nonNull, Throwable::getCause))
                        .as("what says that a retry is safe")
                        .noneMatch(SQLRecoverableException.class::isInstance));

        assertThat(attempts).hasValue(1);
        assertThat(counter(1)).isZero();
    }

    @Test
    void commitsInOneRoundTrip() {
        var session = new AtomicInteger();
        var sent = new AtomicInteger();
        work.run(
                attempt -> {
                    add(1);
                    session.set(number("SELECT CONNECTION_ID()"));
                    sent.set(sent());
                },
                attempts);
        var all = sent();

        assertThat(number("SELECT CONNECTION_ID()")).as("the same connection").isEqualTo(session.get());
        assertThat(all - sent.get()).as("the commit, and this question").isEqualTo(2);
        assertThat(counter(1)).isOne();
    }

    private int number(String sql) {
        return database.queryForObject(sql, Integer.class);
    }

    /** The statements of this session. */
    private int sent() {
        return database.queryForObject("SHOW SESSION STATUS LIKE 'Questions'", (row, i) -> row.getInt("Value"));
    }

    /** Ends a session from another one. */
    private void kill(int session) {
        try (var other = source.getConnection();
                var statement = other.createStatement()) {
            statement.execute("KILL " + session);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
