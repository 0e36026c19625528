package shop.kontor.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The connection settings of the shop's database, for MySQL Connector/J. */
interface Database extends JdbcConnectionDetails, AutoCloseable {

    /**
     * The properties of every connection: times in UTC, batches sent as one statement, and a lock wait timeout of two
     * seconds.
     *
     * @see <a href="https://dev.mysql.com/doc/connector-j/en/connector-j-reference-configuration-properties.html">
     *     Connector/J, configuration properties</a>
     */
    String OPTIONS = "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&rewriteBatchedStatements=true"
            + "&useLocalSessionState=true&cachePrepStmts=true&prepStmtCacheSqlLimit=4096&connectTimeout=5000"
            + "&sessionVariables=innodb_lock_wait_timeout=2";

    /** Whether the first start loads the demo data. */
    boolean isForTrying();

    @Override
    default void close() {}
}
