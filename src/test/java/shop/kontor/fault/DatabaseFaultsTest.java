package shop.kontor.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import shop.kontor.contract.ContractTest;
import shop.kontor.load.Crowd;

/** Whatever the network to the database does while people buy, the shop serves them soon after, and its books are right. */
@Import(ProxiedDatabase.class)
class DatabaseFaultsTest extends ContractTest {

    /** What the shop promises: no request waits for longer, and after so long it serves again. */
    private static final Duration PROMISE = Duration.ofSeconds(10);

    private static final int ORDERS = 20;

    @Autowired
    private ProxiedDatabase network;

    private enum Fault {
        SHORT_SILENCE(3000, TcpProxy::silence),
        LONG_SILENCE(12_000, TcpProxy::silence),
        CUT(0, TcpProxy::cut),
        LOST_CONNECTIONS(0, TcpProxy::forget),
        LOST_ANSWERS(2000, TcpProxy::mute) {
            @Override
            void end(TcpProxy proxy) {
                proxy.cut();
                proxy.mend();
            }
        },
        DELAY(2000, proxy -> proxy.delay(20));

        private final int milliseconds;
        private final java.util.function.Consumer<TcpProxy> begin;

        Fault(int milliseconds, java.util.function.Consumer<TcpProxy> begin) {
            this.milliseconds = milliseconds;
            this.begin = begin;
        }

        void end(TcpProxy proxy) {
            proxy.mend();
        }
    }

    @AfterEach
    void mend() {
        network.proxy.mend();
    }

    @ParameterizedTest
    @EnumSource
    void servesAgainAndKeepsItsBooks(Fault fault) throws InterruptedException {
        var crowd = new Crowd("http://localhost:" + port, 8, 10, 10_000).patient();
        var shopping = crowd.buyMeanwhile(Duration.ofMinutes(2));
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> crowd.orders() >= ORDERS);

            fault.begin.accept(network.proxy);
            Thread.sleep(fault.milliseconds);
            fault.end(network.proxy);

            var before = crowd.orders();
            await().atMost(PROMISE).until(() -> crowd.orders() > before);
            await().atMost(Duration.ofMinutes(1)).until(() -> crowd.orders() >= before + ORDERS);
        } finally {
            network.proxy.mend();
            crowd.leave();
            shopping.join();
        }
        assertThat(crowd.longestWait()).isLessThan(PROMISE);
        assertThat(crowd.faults()).isEmpty();
    }

    /** What the limits are for: without them, nobody learns that a connection has been lost. */
    @Test
    void waitsForALostConnectionWithoutEndOnlyWhereNothingLimitsIt() throws Exception {
        try (var limited = pool(network.pool.getJdbcUrl());
                var unlimited =
                        pool(network.pool.getJdbcUrl().replaceAll("&(socketTimeout|sessionVariables)=[^&]*", ""));
                var one = limited.getConnection();
                var other = unlimited.getConnection()) {
            network.proxy.forget();
            var waiting = CompletableFuture.runAsync(() -> ask(other));

            assertThatThrownBy(() -> one.createStatement().execute("DO 0")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> waiting.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);

            network.proxy.cut();
            assertThatThrownBy(() -> waiting.get(PROMISE.toSeconds(), TimeUnit.SECONDS))
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    private HikariDataSource pool(String url) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(network.pool.getUsername());
        settings.setPassword(network.pool.getPassword());
        settings.setMaximumPoolSize(1);
        return new HikariDataSource(settings);
    }

    private static void ask(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("DO 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
