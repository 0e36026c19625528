package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Disturbs backups and restores: no shop is lost by that, and none opens with a part of its data. */
@EnabledOnOs(OS.LINUX)
class BackupFailureTest extends ProcessTest {

    private static final String LAMPS = "SELECT COUNT(*) FROM products WHERE product_name = 'Lamp'";

    private static Backups backups;
    private static KontorProcess shop;

    @BeforeAll
    static void backUp() throws Exception {
        Backups.requireClient();
        backups = Backups.in(folder("broken"));
        open();
        shop.send("POST", "/api/products", "{\"product_name\": \"Lamp\", \"price\": 1}");
        assertThat(backups.backUp().exitCode()).isZero();
    }

    @BeforeEach
    void beginAnew() throws IOException {
        if (!shop.isRunning()) {
            open();
        }
        backups.forgetRestored();
    }

    private static void open() {
        shop = start(backups.folder(), backups.settings());
        shop.port();
    }

    @Test
    void aFullDiskLeavesTheLastBackup() throws Exception {
        var last = Files.readAllBytes(backups.file());
        var part = Files.createSymbolicLink(backups.folder().resolve("backup.part"), Path.of("/dev/full"));

        assertThat(backups.backUp().exitCode()).isNotZero();

        assertThat(backups.file()).hasBinaryContent(last);
        Files.delete(part);
    }

    @Test
    void aWrongPasswordLeavesTheLastBackup() throws Exception {
        var last = Files.readAllBytes(backups.file());
        var options = backups.options(backups.settings());
        var wrong = backups.folder().resolve("wrong.cnf");
        Files.writeString(wrong, Files.readString(options).replaceAll("(password *= *\"?)", "$1wrong"));
        var command = backups.backup().replaceAll("--defaults-file=\\S+", "--defaults-file=" + wrong);

        assertThat(backups.run(command, backups.settings()).exitCode()).isNotZero();

        assertThat(backups.file()).hasBinaryContent(last);
    }

    @Test
    void aBackupDoesNotReplaceAShop() throws Exception {
        var overTheShop = backups.restore().replace(".kontor-restored", ".kontor");
        shop.send("POST", "/api/products", "{\"product_name\": \"Lamp\", \"price\": 1}");
        var lamps = backups.database(backups.settings()).queryForObject(LAMPS, Integer.class);
        shop.stop();

        assertThat(backups.run(overTheShop, backups.settings()).exitCode()).isNotZero();

        open();
        assertThat(backups.database(backups.settings()).queryForObject(LAMPS, Integer.class))
                .isEqualTo(lamps);
    }

    @Test
    void noShopOpensWithAPartOfABackup() throws Exception {
        var whole = Files.readAllBytes(backups.file());
        Files.write(backups.file(), Arrays.copyOf(whole, whole.length / 2));
        try {
            assertThat(backups.restoreIt().exitCode()).isNotZero();

            assertThat(start(backups.folder(), backups.restored()).refusal()).containsAnyOf("KONTOR_DATA", "DB_NAME");
        } finally {
            Files.write(backups.file(), whole);
        }
    }

    @Test
    void aBackupOfAnOlderVersionIsBroughtUpToDate() throws Exception {
        var whole = Files.readAllBytes(backups.file());
        var name = backups.settings().getOrDefault("DB_NAME", "kontor") + "_old";
        var old = backups.database(backups.settings(), name);
        old.execute("DROP DATABASE " + name);
        var source = backups.database(backups.settings(), name).getDataSource();
        Flyway.configure().dataSource(source).target("9").load().migrate();
        old.update("INSERT INTO products (product_name, price) VALUES ('Lamp', 1)");
        Map<String, String> settings = new HashMap<>(backups.settings());
        settings.replace("DB_NAME", name);
        try {
            var made = backups.run(backups.backup().replace(" kontor >", " " + name + " >"), settings);
            assertThat(made.exitCode()).as(made.output()).isZero();
            var restored = backups.restoreIt();
            assertThat(restored.exitCode()).as(restored.output()).isZero();

            var after = start(backups.folder(), backups.restored());

            assertThat(after.send("GET", "/api/products", null).body()).containsOnlyOnce("\"Lamp\"");
            after.stop();
        } finally {
            Files.write(backups.file(), whole);
            old.execute("DROP DATABASE " + name);
        }
    }
}
