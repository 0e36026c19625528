package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

class MigrationFailureTest {

    @Test
    void asksForThePrivilegeToCreateTables() {
        var denied = new SQLException(
                "CREATE command denied to user 'kontor'@'%' for table 'flyway_schema_history'", "42000", 1142);

        assertThat(MigrationFailure.of(new FlywayException("Unable to create\n----", denied)))
                .contains("DB_USER", "CREATE", "grant")
                .hasLineCount(1);
    }

    @Test
    void asksForADatabaseOfTheShopsOwn() {
        var foreign = new FlywayException("Found non-empty schema(s) `theirs`\nbut no schema history table");

        assertThat(MigrationFailure.of(foreign)).contains("theirs", "DB_NAME").hasLineCount(1);
    }
}
