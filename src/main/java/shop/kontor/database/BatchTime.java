package shop.kontor.database;

import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives a transaction with many rows more time than others have. */
@Component
public class BatchTime {

    /** How many of them run at once: a network that goes silent keeps their connections for longer than others. */
    public static final int AT_ONCE = 4;

    private static final int STATEMENT_MILLISECONDS = 30_000;
    private static final int TRANSACTION_SECONDS = 120;

    private final DataSource source;

    BatchTime(DataSource source) {
        this.source = source;
    }

    /** Extends the current transaction; the pool resets its connection afterwards. */
    public void extend() {
        var holder = (ConnectionHolder)
                Objects.requireNonNull(TransactionSynchronizationManager.getResource(source), "no transaction");
        holder.setTimeoutInSeconds(TRANSACTION_SECONDS);
        try {
            holder.getConnection().setNetworkTimeout(Runnable::run, STATEMENT_MILLISECONDS);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The connection is lost.", e);
        }
    }
}
