package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import shop.kontor.TestDatabase;

/** Lets the program check a database on the MySQL server that the tests run on. */
@EnabledIfEnvironmentVariable(named = "DB_NAME", matches = ".+")
class MySqlCheckTest extends ProcessTest {

    private static final String DEMO_MANAGER = """
            INSERT INTO users (id, name, email, password_hash, role)
            VALUES (7, 'Manager', 'manager@example.com', '%s', 'manager')
            """;

    private final Map<String, String> settings = mySql();
    private JdbcTemplate database;

    @BeforeEach
    void makeADatabase() {
        settings.put("PORT", "0");
        settings.put("DB_NAME", TestDatabase.anew(settings::get, settings.get("DB_NAME") + "_check_test"));
        database = new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:mysql://%s:%s/%s?allowPublicKeyRetrieval=true"
                        .formatted(
                                settings.getOrDefault("DB_HOST", "localhost"),
                                settings.getOrDefault("DB_PORT", "3306"),
                                settings.get("DB_NAME")),
                settings.get("DB_USER"),
                settings.get("DB_PASSWORD")));
    }

    private void migrate() {
        Flyway.configure().dataSource(database.getDataSource()).load().migrate();
    }

    /** All tables, with the checksum of their rows. */
    private Map<String, Object> tables() {
        return database
                .queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()",
                        String.class)
                .stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> database.queryForMap("CHECKSUM TABLE " + table) + ""
                                + database.queryForMap("SHOW CREATE TABLE " + table)));
    }

    private List<String> faults() {
        var before = tables();
        var check = start(folder("check"), settings, "check");
        assertThat(check.exitCode()).as(check::output).isOne();
        assertThat(tables()).isEqualTo(before);
        return check.output().lines().toList();
    }

    private void assertNothingIsWrong() {
        var before = tables();
        var check = start(folder("check"), settings, "check");
        assertThat(check.exitCode()).as(check::output).isZero();
        assertThat(tables()).isEqualTo(before);
    }

    @Test
    void findsNothingWrongWithAnEmptyDatabaseNorWithOneThatIsMigrated() {
        assertNothingIsWrong();
        assertThat(tables()).isEmpty();
        migrate();
        assertNothingIsWrong();
    }

    @Test
    void namesEachMigrationThatIsNotItsOwn() {
        migrate();
        database.update("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '2'");
        database.update("UPDATE flyway_schema_history SET success = 0 WHERE version = '13'");

        assertThat(faults())
                .hasSize(2)
                .anyMatch(fault -> fault.contains("Migration 2 "))
                .anyMatch(fault -> fault.contains("Migration 13 "));
    }

    @Test
    void refusesTheTablesOfAnotherProgram() {
        database.execute("CREATE TABLE theirs (id INT)");

        assertThat(faults()).singleElement().asString().contains("DB_NAME");
    }

    @Test
    void namesTheDemoManagerAndThePortAndTheCharacterSet() throws Exception {
        migrate();
        database.execute("ALTER DATABASE CHARACTER SET latin1");
        var hash = new String(
                        getClass().getResourceAsStream("/db/seed/users.sql").readAllBytes())
                .replaceAll("(?s).*'manager@example.com'.*?'(\\$argon2[^']+)'.*", "$1");
        database.update(DEMO_MANAGER.formatted(hash));
        settings.put("KONTOR_SECRET", "a secret of the tests, 32 bytes and more");
        settings.put("HOST", "127.0.0.1");
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            settings.put("PORT", String.valueOf(other.getLocalPort()));

            assertThat(faults())
                    .hasSize(3)
                    .anyMatch(fault -> fault.contains("/api/users/7"))
                    .anyMatch(fault -> fault.contains("PORT"))
                    .anyMatch(fault -> fault.contains("latin1"));
        }
    }

    @Test
    void namesTheRightsThatAreMissing() {
        settings.put("DB_NAME", "information_schema");

        assertThat(faults())
                .filteredOn(fault -> fault.contains("DB_USER"))
                .singleElement()
                .asString()
                // MySQL knows no table to UPDATE there, and says that first
                .contains("INSERT", "DELETE", "CREATE", "ALTER", "INDEX", "DROP")
                .doesNotContain("SELECT");
    }

    @Test
    void namesTheDatabaseThatDoesNotExistAndThePasswordThatIsWrong() {
        settings.put("DB_NAME", settings.get("DB_NAME") + "_nowhere");
        assertThat(faults()).singleElement().asString().contains("schema");

        settings.put("DB_PASSWORD", "not the password");
        assertThat(faults()).singleElement().asString().contains("DB_PASSWORD").doesNotContain("not the password");
    }
}
