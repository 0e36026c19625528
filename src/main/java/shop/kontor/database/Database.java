package shop.kontor.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The connection settings of the shop's database, for MySQL Connector/J. */
interface Database extends JdbcConnectionDetails, AutoCloseable {

    /**
     * The properties of every connection: times in UTC, batches sent as one statement, and statements that the server
     * prepares once for each connection, which saved a third of the CPU of a small read and a tenth of a large one. If it
     * can keep no more of them, the driver does without.
     *
     * @see <a href="https://dev.mysql.com/doc/connector-j/en/connector-j-reference-configuration-properties.html">
     *     Connector/J, configuration properties</a>
     */
    String OPTIONS = "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true"
            + "&useLocalSessionState=true&useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=250"
            + "&prepStmtCacheSqlLimit=8192&connectTimeout=2000";

    /**
     * The properties that end each wait of a request, whatever becomes of the network: {@code socketTimeout} on this side,
     * and on the other one {@code wait_timeout}, which also releases the locks of a client that is gone. The limit of a read
     * in {@link ReadTimeLimit} is shorter, and that of a transaction is in {@code application.yaml}.
     */
    String LIMITS = "&socketTimeout=5000&sessionVariables=innodb_lock_wait_timeout=2,wait_timeout=8,"
            + "net_read_timeout=8,net_write_timeout=8";

    /** Without the limits: for migrations and demo data, whose statements take as long as the tables are large. */
    String unlimitedUrl();

    @Override
    default String getJdbcUrl() {
        return unlimitedUrl() + LIMITS;
    }

    /** Whether the first start loads the demo data. */
    boolean isForTrying();

    /** Calls this whenever another server has taken the place of the one that connections are to. */
    default void onFailover(Runnable listener) {}

    /** Called when the tables are migrated and the demo data is loaded. */
    default void finish() {}

    @Override
    default void close() {}
}
