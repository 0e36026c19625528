package shop.kontor.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import shop.kontor.KontorTest;
import shop.kontor.contract.Race;

/** Forgets keys when it should and not before. */
@KontorTest
class ExpiredKeysTest {

    @Autowired
    ExpiredKeys expiry;

    @Autowired
    JdbcTemplate database;

    private void insert(String prefix, int number, String age) {
        database.batchUpdate(
                "INSERT INTO idempotency_keys (user_id, idempotency_key, fingerprint, claimed_at) VALUES (0, ?, 'x', UTC_TIMESTAMP(6) - INTERVAL "
                        + age + ")",
                IntStream.range(0, number)
                        .mapToObj(i -> new Object[] {prefix + i})
                        .toList());
    }

    private long count(String prefix) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM idempotency_keys WHERE idempotency_key LIKE ?", Long.class, prefix + "%");
    }

    @Test
    void forgetsKeysAfter24HoursHoweverManyThereAre() {
        var old = UUID.randomUUID().toString();
        var young = UUID.randomUUID().toString();
        insert(old, 1001, "1441 MINUTE");
        insert(young, 2, "1439 MINUTE");

        expiry.forget();

        assertThat(count(old)).isZero();
        assertThat(count(young)).isEqualTo(2);
    }

    @Test
    void severalServersMayForgetAtOnce() {
        var old = UUID.randomUUID().toString();
        insert(old, 10_000, "1441 MINUTE");

        Race.of(4, i -> {
            expiry.forget();
            return null;
        });

        assertThat(count(old)).isZero();
    }
}
