package shop.kontor.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import shop.kontor.KontorTest;
import shop.kontor.contract.Race;

/** Keeps as many sessions as it should and no more. */
@KontorTest
class SessionsTest {

    private static final int MOST = 1000;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionMapper rows;

    @Autowired
    ExpiredSessions expiry;

    @Autowired
    UserMapper users;

    @Autowired
    JdbcTemplate database;

    private UserCredentials user;

    @BeforeEach
    void insertAUser() {
        var email = UUID.randomUUID() + "@example.com";
        database.update("INSERT INTO users (name, email, password_hash) VALUES ('Eve', ?, 'none')", email);
        user = users.findByEmail(email).orElseThrow();
    }

    private void insert(int number, String expires) {
        var rows = IntStream.range(0, number)
                .mapToObj(i -> new Object[] {user.id()})
                .toList();
        database.batchUpdate(
                "INSERT INTO sessions (user_id, version, expires_at) VALUES (?, 0, UTC_TIMESTAMP(6) + INTERVAL %s)"
                        .formatted(expires),
                rows);
    }

    private long count() {
        return database.queryForObject("SELECT COUNT(*) FROM sessions WHERE user_id = ?", Long.class, user.id());
    }

    @Test
    void endsTheOldestSessionOfAUserWhoBeginsOneMoreThanThereMayBe() {
        var first = sessions.begin(user).getId();
        insert(MOST - 1, "15 MINUTE");
        assertThat(rows.findUser(first)).isPresent();

        var last = sessions.begin(user).getId();

        assertThat(rows.findUser(first)).isEmpty();
        assertThat(rows.findUser(first + 1)).isPresent();
        assertThat(rows.findUser(last)).isPresent();
        assertThat(count()).isEqualTo(MOST);
    }

    @Test
    void beginsManySessionsOfAUserAtOnce() {
        insert(MOST, "15 MINUTE");

        var begun = Race.of(50, i -> sessions.begin(user).getId());

        assertThat(begun)
                .doesNotHaveDuplicates()
                .allMatch(id -> rows.findUser(id).isPresent());
    }

    @Test
    void beginsNoSessionWithAPasswordThatHasChangedMeanwhile() {
        database.update("UPDATE users SET session_version = session_version + 1 WHERE id = ?", user.id());

        assertThat(rows.findUser(sessions.begin(user).getId())).isEmpty();
    }

    @Test
    void forgetsSessionsWhoseTokensHaveExpiredHoweverManyThereAre() {
        insert(1001, "-1 MINUTE");
        insert(2, "1 MINUTE");

        expiry.forget();

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void severalServersMayForgetAtOnce() {
        insert(10_000, "-1 MINUTE");

        Race.of(4, i -> {
            expiry.forget();
            return null;
        });

        assertThat(count()).isZero();
    }
}
