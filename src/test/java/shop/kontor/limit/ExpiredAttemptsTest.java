package shop.kontor.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import shop.kontor.KontorTest;
import shop.kontor.contract.Race;
import shop.kontor.security.ClientNetwork;

/** Forgets attempts and networks when it should and not before. */
@KontorTest
class ExpiredAttemptsTest {

    @Autowired
    ExpiredAttempts expiry;

    @Autowired
    KnownNetworks networks;

    @Autowired
    JdbcTemplate database;

    private void attempts(String kind, int number, String end) {
        database.batchUpdate(
                "INSERT INTO attempts (kind, subject, counted, ends_at) VALUES (?, ?, 1, UTC_TIMESTAMP(6) + INTERVAL "
                        + end + ")",
                IntStream.range(0, number)
                        .mapToObj(i -> new Object[] {kind, UUID.randomUUID().toString()})
                        .toList());
    }

    private long attempts(String kind) {
        return database.queryForObject("SELECT COUNT(*) FROM attempts WHERE kind = ?", Long.class, kind);
    }

    private long user() {
        var email = UUID.randomUUID() + "@example.com";
        database.update("INSERT INTO users (name, email, password_hash) VALUES ('Eve', ?, 'none')", email);
        return database.queryForObject("SELECT id FROM users WHERE email = ?", Long.class, email);
    }

    @Test
    void forgetsAttemptsOfThePastHoweverManyThereAre() {
        attempts("test-past", 1001, "-1 SECOND");
        attempts("test-present", 2, "1 MINUTE");

        expiry.forget();

        assertThat(attempts("test-past")).isZero();
        assertThat(attempts("test-present")).isEqualTo(2);
    }

    @Test
    void severalServersMayForgetAtOnce() {
        attempts("test-past", 10_000, "-1 SECOND");

        Race.of(4, i -> {
            expiry.forget();
            return null;
        });

        assertThat(attempts("test-past")).isZero();
    }

    @Test
    void forgetsNetworksThatNobodyUses() {
        var user = user();
        var old = new ClientNetwork("192.0.2.1");
        var young = new ClientNetwork("192.0.2.2");
        networks.remember(user, old);
        networks.remember(user, young);
        database.update(
                "UPDATE known_networks SET seen_at = UTC_TIMESTAMP(6) - INTERVAL IF(network = ?, 91, 89) DAY WHERE user_id = ?",
                old.text(),
                user);

        expiry.forget();

        assertThat(networks.has(user, old)).isFalse();
        assertThat(networks.has(user, young)).isTrue();
    }

    @Test
    void keepsTheLatestNetworksOfAUserOnly() {
        var user = user();
        var all = IntStream.range(0, 60)
                .mapToObj(i -> new ClientNetwork("192.0.2." + i))
                .toList();
        networks.remember(user, all.get(0));
        all.forEach(network -> {
            networks.remember(user, all.get(0));
            networks.remember(user, network);
        });

        assertThat(all.stream().filter(network -> networks.has(user, network)))
                .hasSize(50)
                .contains(all.get(0), all.get(59))
                .doesNotContain(all.get(1));
    }
}
