package shop.kontor.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Commits by switching auto-commit on, which Spring does after each commit anyway: one round trip instead of two.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html">MySQL, statements that cause an implicit
 *     commit</a>
 */
@Component
class OneTripCommit extends JdbcTransactionManager {

    OneTripCommit(DataSource database) {
        super(database);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        var transaction = (JdbcTransactionObjectSupport) status.getTransaction();
        try {
            transaction.getConnectionHolder().getConnection().setAutoCommit(true);
        } catch (SQLRecoverableException e) {
            // lost: as after commit(), nobody knows whether it arrived, so this is nothing that may be retried
            throw translateException(
                    "JDBC commit", new SQLNonTransientConnectionException(e.getMessage(), "08007", e.getCause()));
        } catch (SQLException e) {
            throw translateException("JDBC commit", e);
        }
    }
}
