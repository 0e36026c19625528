package shop.kontor.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The database that the shop is kept in, reached through MySQL Connector/J. */
interface Database extends JdbcConnectionDetails, AutoCloseable {

    /**
     * What every connection is opened with: times in UTC, batches sent as one statement, and no wait of more than two
     * seconds for a row that another transaction holds.
     *
     * @see <a href="https://dev.mysql.com/doc/connector-j/en/connector-j-reference-configuration-properties.html">
     *     Connector/J, configuration properties</a>
     */
    String OPTIONS = "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true"
            + "&useLocalSessionState=true&cachePrepStmts=true&prepStmtCacheSqlLimit=4096&connectTimeout=5000"
            + "&sessionVariables=innodb_lock_wait_timeout=2";

    /** Whether a new one is filled with the demo data at the first start. */
    boolean isForTrying();

    @Override
    default void close() {}
}
