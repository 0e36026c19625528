package shop.kontor.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;
import shop.kontor.GuardedKontorTest;
import shop.kontor.contract.BodyCheck;
import shop.kontor.contract.Race;
import shop.kontor.settings.AccessMode;
import shop.kontor.settings.FirstManagerSettings;
import shop.kontor.settings.Secret;
import shop.kontor.settings.StartupFailure;

/** Starts a shop that has customers, but no manager. */
@GuardedKontorTest
class FirstManagerTest {

    private static final String PASSWORD = "a phrase of my own";

    @Autowired
    UserMapper users;

    @Autowired
    Registration registration;

    @Autowired
    Passwords passwords;

    @Autowired
    BodyCheck bodies;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void leaveTheShopWithoutAManager() {
        database.update("UPDATE users SET role = 'customer'");
    }

    @AfterEach
    void bringTheManagerBack() {
        database.update("DELETE FROM users WHERE role = 'manager'");
        database.update("UPDATE users SET role = 'manager' WHERE id = 1");
    }

    private FirstManager firstManager(String email, String password) {
        return new FirstManager(
                users,
                registration,
                passwords,
                AccessMode.GUARDED,
                new FirstManagerSettings(new Secret(email), new Secret(password)),
                bodies);
    }

    private void start(String email, String password) {
        firstManager(email, password).run(new DefaultApplicationArguments());
    }

    private static void refused(ThrowingCallable start, String variable) {
        assertThatThrownBy(start)
                .isInstanceOf(StartupFailure.class)
                .message()
                .isNotBlank()
                .contains(variable)
                .doesNotContain(PASSWORD);
    }

    private List<String> managers() {
        return database.queryForList("SELECT email FROM users WHERE role = 'manager'", String.class);
    }

    @Test
    void hasAPasswordAsEveryUserHas() {
        refused(() -> firstManager("owner@example.com", "eleven chrs"), "KONTOR_MANAGER_PASSWORD");
        refused(() -> firstManager("owner@example.com", "a phrase ".repeat(8)), "KONTOR_MANAGER_PASSWORD");
        refused(() -> start("owner@example.com", "passwordpassword"), "KONTOR_MANAGER_PASSWORD");
        assertThatCode(() -> firstManager("owner@example.com", "大きな赤いゾウは".repeat(8)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "@", "owner@", "owner@example.com, eve@example.com"})
    void hasAnAddressAsEveryUserHas(String email) {
        refused(() -> firstManager(email, PASSWORD), "KONTOR_MANAGER_EMAIL");
    }

    @Test
    void isNoCustomer() {
        refused(() -> start("Customer@example.com", PASSWORD), "KONTOR_MANAGER_EMAIL");
        assertThat(managers()).isEmpty();
    }

    @Test
    void isMadeByOneOfManyServersThatStartAtOnce() {
        Race.of(4, i -> {
            start("owner@example.com", PASSWORD);
            return i;
        });

        assertThat(managers()).containsExactly("owner@example.com");
    }

    @Test
    void isMadeOnceIfNobodyNamesOne() {
        Race.of(4, i -> {
            start("", "");
            return i;
        });

        assertThat(managers()).hasSize(1);
    }
}
