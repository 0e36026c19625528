package shop.kontor.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The privileges that the shop and its migrations need. Each is tried by a statement that cannot succeed, as there is no such
 * table, or a column comes twice: a server looks at the privilege first, whatever role or pattern grants it.
 */
final class Privileges {

    /** What a server answers to someone without the privilege. */
    static final Set<Integer> DENIED = Set.of(
            MysqlErrorNumbers.ER_DBACCESS_DENIED_ERROR,
            MysqlErrorNumbers.ER_TABLEACCESS_DENIED_ERROR,
            MysqlErrorNumbers.ER_COLUMNACCESS_DENIED_ERROR,
            MysqlErrorNumbers.ER_SPECIFIC_ACCESS_DENIED_ERROR,
            MysqlErrorNumbers.ER_OPTION_PREVENTS_STATEMENT);

    private static final Map<String, String> TRIES = new LinkedHashMap<>();

    static {
        TRIES.put("SELECT", "SELECT 1 FROM kontor_check");
        TRIES.put("INSERT", "INSERT INTO kontor_check VALUES (1)");
        TRIES.put("UPDATE", "UPDATE kontor_check SET id = 1");
        TRIES.put("DELETE", "DELETE FROM kontor_check");
        TRIES.put("CREATE", "CREATE TABLE kontor_check (id INT, id INT)");
        TRIES.put("ALTER", "ALTER TABLE kontor_check ADD COLUMN id INT");
        TRIES.put("INDEX", "CREATE INDEX ix_kontor_check_id ON kontor_check (id)");
        TRIES.put(
                "REFERENCES",
                "CREATE TABLE kontor_check (id INT, id INT, FOREIGN KEY (id) REFERENCES kontor_check_other (id))");
        TRIES.put("DROP", "DROP TABLE kontor_check");
    }

    private Privileges() {}

    /** Those that the user of a connection lacks in its database. */
    static List<String> missing(Connection connection) throws SQLException {
        var missing = new ArrayList<String>();
        try (var statement = connection.createStatement()) {
            for (var privilege : TRIES.entrySet()) {
                try {
                    statement.execute(privilege.getValue());
                } catch (SQLException e) {
                    if (DENIED.contains(e.getErrorCode())) {
                        missing.add(privilege.getKey());
                    }
                }
            }
        }
        return missing;
    }
}
