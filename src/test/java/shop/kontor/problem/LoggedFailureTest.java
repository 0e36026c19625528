package shop.kontor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

/** A failure is logged with what its cause is and where it happened, and without what a client sent. */
class LoggedFailureTest {

    private static String logged(Throwable failure) {
        var text = new StringWriter();
        new LoggedFailure(failure).printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @Test
    void namesEachCauseAndItsPlaceWithoutItsMessage() {
        var refused = new SQLIntegrityConstraintViolationException("Duplicate entry 'ada@example.com'", "23000", 1062);
        var failure = new IllegalStateException("ada@example.com", new RuntimeException("ada@example.com", refused));
        failure.addSuppressed(new NumberFormatException("ada@example.com"));

        assertThat(logged(failure))
                .doesNotContain("ada")
                .contains("java.lang.IllegalStateException", "java.lang.RuntimeException")
                .contains(refused.getClass().getName() + ", error 1062, SQL state 23000")
                .contains("\tat " + getClass().getName() + ".namesEachCause");
    }

    @Test
    void keepsWhatIsSaidOfConnections() {
        for (SQLException failure : new SQLException[] {
            new SQLTransientConnectionException("total=16"), new SQLRecoverableException("total=16")
        }) {
            assertThat(LoggedFailure.named(failure))
                    .startsWith(failure.getClass().getName())
                    .contains("total=16");
        }
    }
}
