package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import shop.kontor.KontorTest;
import shop.kontor.contract.Race;

/** Asks the database of another test's server. */
@KontorTest
class DatabaseReadinessTest {

    @Autowired
    private DataSource shop;

    @Test
    void asksOnceASecondHoweverManyWantToKnow() throws SQLException, IOException {
        var questions = new AtomicInteger();
        var settings = shop.unwrap(HikariDataSource.class);
        var server = new DriverManagerDataSource(settings.getJdbcUrl(), settings.getUsername(), settings.getPassword());
        try (var counted = new HikariDataSource();
                var readiness = new DatabaseReadiness(counted(counted, server, questions))) {
            var begin = System.nanoTime();
            Race.of(20, i -> {
                for (int n = 0; n < 10_000; n++) {
                    assertThat(readiness.isReady()).isTrue();
                }
                return null;
            });
            var seconds = (System.nanoTime() - begin) / 1_000_000_000;

            assertThat(questions).hasPositiveValue().hasValueLessThanOrEqualTo((int) seconds + 1);
        }
    }

    private static HikariDataSource counted(HikariDataSource pool, DataSource server, AtomicInteger questions) {
        pool.setDataSource(ProxyDataSourceBuilder.create(server)
                .afterQuery((execution, queries) -> questions.addAndGet(queries.size()))
                .build());
        return pool;
    }
}
