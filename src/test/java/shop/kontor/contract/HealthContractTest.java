package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.ConnectionCallback;

/** The contract of the operations for load balancers. */
class HealthContractTest extends ContractTest {

    private static final String LIVE = "/livez";
    private static final String READY = "/readyz";

    @Nested
    class GetLiveness {

        @Test
        void tellsThatTheServerRunsAndNothingElse() {
            saysYes(answer(health().getLiveness()));
        }

        @Test
        void takesNoParameters() {
            assertThat(faults(raw().get("/livez?verbose"))).containsExactly("verbose unknown_parameter");
        }
    }

    @Nested
    class GetReadiness {

        @Test
        void tellsThatTheServerIsReadyAndNothingElse() {
            saysYes(answer(health().getReadiness()));
        }

        @Test
        void takesNoParameters() {
            assertThat(faults(raw().get("/readyz?verbose"))).containsExactly("verbose unknown_parameter");
        }

        @Test
        void tellsThatATableMayBeMissingAndThatItIsThere() {
            var newest = "UPDATE flyway_schema_history SET success = ? ORDER BY installed_rank DESC LIMIT 1";
            database.update(newest, false);
            try {
                awaitReadiness(503);
                saysNo(answer(health().getReadiness()));
                saysYes(answer(health().getLiveness()));
            } finally {
                database.update(newest, true);
            }
            awaitReadiness(200);
        }

        /** While nobody answers the question, so many ask that they would take all connections and threads. */
        @Test
        void tellsThatTheDatabaseHangsWithoutWaitingForIt() {
            database.execute((ConnectionCallback<Void>) connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("LOCK TABLES flyway_schema_history WRITE");
                    awaitReadiness(503);
                    Race.of(50, i -> answer(health().getReadiness())).forEach(HealthContractTest::saysNo);
                    assertThat(raw().get("/api/products").statusCode()).isEqualTo(200);
                    statement.execute("UNLOCK TABLES");
                }
                return null;
            });
            awaitReadiness(200);
        }

        private void awaitReadiness(int status) {
            await().until(() -> answer(health().getReadiness()).statusCode() == status);
        }
    }

    private static void saysYes(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.asByteArray()).isEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    private static void saysNo(Response answer) {
        problem(answer, 503, "not-ready");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.<Map<String, ?>>path("")).containsOnlyKeys("type", "title", "status", "trace_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {LIVE, READY})
    void answersWhoeverAsksFromWhereverByAnyName(String path) {
        var answer = raw().header("Host", "10.1.2.3:8080")
                .header("X-Forwarded-For", "192.0.2.1")
                .header("Via", "1.1 proxy")
                .get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez/", "/livez/x", "/readyz;x", "/api/tags"})
    void letsNoOtherPathPassByAForeignName(String path) {
        problem(raw().header("Host", "10.1.2.3:8080").get(path), 421, "misdirected");
    }
}
