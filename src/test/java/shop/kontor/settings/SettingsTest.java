package shop.kontor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings may be, and which variable is named when they are something else. */
class SettingsTest {

    private static final Secret NONE = new Secret("");
    private static final Secret SECRET = new Secret("a secret of the tests, 32 bytes and more");

    private static void refused(ThrowingCallable settings, String... variables) {
        assertThatThrownBy(settings).isInstanceOf(StartupFailure.class).hasMessageContainingAll(variables);
    }

    private static DatabaseSettings database(int port, String name, String user, String password) {
        return new DatabaseSettings("localhost", port, name, user, new Secret(password), NONE, ".kontor");
    }

    @Test
    void theServerIsOpenAndOnThisMachineAloneUntilThereIsASecret() {
        var open = new AccessSettings("", NONE, NONE);
        assertThat(open.mode()).isEqualTo(AccessMode.OPEN);
        assertThat(open.address().address().isLoopbackAddress()).isTrue();

        var guarded = new AccessSettings("", SECRET, NONE);
        assertThat(guarded.mode()).isEqualTo(AccessMode.GUARDED);
        assertThat(guarded.address().address()).isNull();
    }

    @Test
    void aHostIsAnAddressAndWithoutASecretThisMachine() {
        assertThat(new AccessSettings("::1", NONE, NONE).address().address().isLoopbackAddress())
                .isTrue();
        assertThat(new AccessSettings("127.0.0.1", SECRET, NONE).address().address())
                .hasToString("/127.0.0.1");
        assertThat(new AccessSettings("0.0.0.0", SECRET, NONE).address().address())
                .hasToString("/0.0.0.0");
        refused(() -> new AccessSettings("0.0.0.0", NONE, NONE), "HOST", "KONTOR_SECRET");
        refused(() -> new AccessSettings("192.0.2.1", NONE, NONE), "HOST", "KONTOR_SECRET");
        refused(() -> new AccessSettings("192.0.2.1", SECRET, NONE), "HOST", "192.0.2.1");
        refused(() -> new AccessSettings("no.such.host.invalid", SECRET, NONE), "HOST", "no.such.host.invalid");
    }

    @Test
    void aServerHasSecondsToDrainAndNoMinutes() {
        assertThatNoException().isThrownBy(() -> new ShutdownSettings(0));
        assertThatNoException().isThrownBy(() -> new ShutdownSettings(15));
        refused(() -> new ShutdownSettings(-1), "KONTOR_DRAIN_SECONDS", "-1");
        refused(() -> new ShutdownSettings(16), "KONTOR_DRAIN_SECONDS", "16");
    }

    @Test
    void shippingIsOptionalOrRequired() {
        assertThat(new ShippingSettings("optional").isRequired()).isFalse();
        assertThat(new ShippingSettings("required").isRequired()).isTrue();
        refused(() -> new ShippingSettings("Required"), "KONTOR_SHIPPING", "Required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "7.7", "19", "8.10", "100"})
    void thisIsATaxRate(String percent) {
        assertThatNoException().isThrownBy(() -> new TaxSettings(new BigDecimal(percent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01", "7.125", "1E+3"})
    void thisIsNoTaxRate(String percent) {
        refused(() -> new TaxSettings(new BigDecimal(percent)), "KONTOR_TAX_RATE");
    }

    @Test
    void secretsAreAtLeast32BytesLong() {
        assertThatNoException().isThrownBy(() -> new AccessSettings("", new Secret("é".repeat(16)), NONE));
        refused(() -> new AccessSettings("", new Secret("x".repeat(31)), NONE), "KONTOR_SECRET ");
        refused(() -> new AccessSettings("", SECRET, new Secret("x".repeat(31))), "KONTOR_SECRET_OLD ");
    }

    @Test
    void thePreviousSecretDoesNotReplaceTheSecret() {
        refused(() -> new AccessSettings("", NONE, SECRET), "KONTOR_SECRET_OLD ", "KONTOR_SECRET,");
        assertThatNoException().isThrownBy(() -> new AccessSettings("", SECRET, SECRET));
    }

    @ParameterizedTest
    @CsvSource({"kontor,'',''", "'',kontor,''", "'','',secret", "kontor,'',secret", "' ',kontor,secret"})
    void aMySqlServerNeedsANameAndAUser(String name, String user, String password) {
        refused(() -> database(3306, name, user, password), "DB_NAME", "DB_USER", "DB_PASSWORD");
    }

    @Test
    void aMySqlServerIsUsedWhereOneIsNamed() {
        assertThat(database(3306, "kontor", "root", "").isOnServer()).isTrue();
        assertThat(database(3306, "", "", "").isOnServer()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void thereIsNoSuchPort(int port) {
        refused(() -> database(port, "kontor", "root", ""), "DB_PORT");
    }

    @Test
    void anEmptyPasswordLeavesTheOlderNameOfIt() {
        var older = new Secret("older");
        assertThat(new DatabaseSettings("localhost", 3306, "kontor", "root", NONE, older, ".kontor").password())
                .isEqualTo(older);
        assertThat(new DatabaseSettings("localhost", 3306, "kontor", "root", SECRET, older, ".kontor").password())
                .isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "pom.xml", "a\0b"})
    void theDataIsKeptInAFolder(String data) {
        refused(() -> new DatabaseSettings("localhost", 3306, "", "", NONE, NONE, data), "KONTOR_DATA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "db.example", "my_sql-1", "10.0.0.1", "::1", "[::1]", "fe80::1%eth0"})
    void theDatabaseIsOnAHost(String host) {
        assertThatNoException().isThrownBy(() -> on(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db/kontor",
                "http://db",
                "db?user=root",
                "root@db",
                "(host=db)",
                "a b",
                "db,",
                ",db",
                "db,,other",
                "db, ,other",
                "db;other",
                "db:",
                "db:0",
                "db:65536",
                "db:x",
                "db:3306/kontor",
                "[::1",
                "::1]",
                "[::1]3306",
                "[db]:3306",
                "db,other,db",
                "db,db:3306"
            })
    void thisIsNoHost(String host) {
        refused(() -> on(host), "DB_HOST", host);
    }

    @Test
    void theMembersOfAGroupHavePortsOrTheOneOfAll() {
        assertThat(on("a,b:3307 , [::1]:3308,::1,[fe80::1%eth0]").hosts())
                .extracting(DatabaseHost::toString)
                .containsExactly("a:3306", "b:3307", "[::1]:3308", "[::1]:3306", "[fe80::1%eth0]:3306");
    }

    private static DatabaseSettings on(String host) {
        return new DatabaseSettings(host, 3306, "kontor", "root", NONE, NONE, ".kontor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kontor ",
                "kontor\n",
                "\uD83D\uDECD",
                "x234567890123456789012345678901234567890123456789012345678901234x"
            })
    void thisIsNoNameOfADatabase(String name) {
        refused(() -> database(3306, name, "root", ""), "DB_NAME");
    }

    @Test
    void theFirstManagerHasAnAddressAndAPasswordOrNeither() {
        assertThat(new FirstManagerSettings(NONE, NONE).isNamed()).isFalse();
        assertThat(new FirstManagerSettings(new Secret("owner@example.com"), SECRET).isNamed())
                .isTrue();
        refused(() -> new FirstManagerSettings(new Secret("owner@example.com"), NONE), "KONTOR_MANAGER_PASSWORD");
        refused(() -> new FirstManagerSettings(NONE, SECRET), "KONTOR_MANAGER_EMAIL");
    }

    @Test
    void somebodyCanSignIn() {
        refused(() -> new SignInSettings(0, 1), "kontor.sign-in.attempts-per-account");
        refused(() -> new SignInSettings(1, 0), "kontor.sign-in.attempts-per-address");
        refused(() -> new RegistrationSettings(0), "kontor.registration.attempts-per-address");
    }

    @Test
    void customersMayHoldSomething() {
        refused(() -> new CustomerSettings(0, 1, 1), "kontor.customer.unpaid-orders");
        refused(() -> new CustomerSettings(1, 0, 1), "kontor.customer.orders-per-day");
        refused(() -> new CustomerSettings(1, 1, 0), "kontor.customer.keys-per-day");
    }

    @Test
    void theLogHasOneOfTwoFormats() {
        assertThat(new LogSettings("json", true, Duration.ZERO).requests()).isTrue();
        refused(() -> new LogSettings("JSON", false, Duration.ZERO), "KONTOR_LOG ", "text", "json");
        refused(() -> new LogSettings("ecs", false, Duration.ZERO), "KONTOR_LOG ", "ecs");
        refused(() -> new LogSettings("text", false, Duration.ofMillis(-1)), "kontor.logging.slow-statement");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new AccessSettings("", SECRET, SECRET)).asString().doesNotContain(SECRET.value());
        assertThat(new FirstManagerSettings(new Secret("owner@example.com"), SECRET))
                .asString()
                .doesNotContain(SECRET.value(), "owner@example.com");
        assertThat(database(3306, "kontor", "root", "sesame")).asString().doesNotContain("sesame");
    }
}
