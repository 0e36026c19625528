package shop.kontor.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import shop.kontor.KontorTest;
import shop.kontor.api.model.Role;
import shop.kontor.contract.Race;
import shop.kontor.problem.TooManyRequests;
import shop.kontor.security.CurrentUser;
import shop.kontor.settings.CustomerSettings;

/** Counts the keys of a customer however many come at once: without the lock on the customer, none sees the others. */
@KontorTest
class KeyLimitTest {

    @Autowired
    Idempotency keys;

    @Autowired
    CustomerSettings settings;

    @Autowired
    JdbcTemplate database;

    private CurrentUser customer() {
        var email = UUID.randomUUID() + "@example.com";
        database.update("INSERT INTO users (name, email, password_hash) VALUES ('Eve', ?, 'none')", email);
        var id = database.queryForObject("SELECT id FROM users WHERE email = ?", Long.class, email);
        return new CurrentUser(id, Role.CUSTOMER, null, "192.0.2.1");
    }

    private void use(CurrentUser customer, int number) {
        database.update("""
                INSERT INTO idempotency_keys (user_id, idempotency_key, fingerprint, claimed_at)
                WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 100)
                SELECT ?, CONCAT(a.i, '-', b.i), 'x', UTC_TIMESTAMP(6)
                FROM n a, n b
                LIMIT ?
                """, customer.id(), number);
    }

    private boolean isGranted(CurrentUser customer) {
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest("POST", "/api/users/1/orders")));
        try {
            keys.once(customer, UUID.randomUUID().toString(), () -> ResponseEntity.ok("done"));
            return true;
        } catch (TooManyRequests e) {
            return false;
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @Test
    void grantsNoMoreThanThereIsRoomFor() {
        var customer = customer();
        use(customer, settings.keysPerDay() - 2);

        var granted = Race.of(8, i -> isGranted(customer));

        assertThat(Collections.frequency(granted, true)).isEqualTo(2);
    }
}
