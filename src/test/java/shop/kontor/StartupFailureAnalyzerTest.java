package shop.kontor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;
import shop.kontor.settings.StartupFailure;

class StartupFailureAnalyzerTest {

    private static String explanation(Exception cause) {
        return new StartupFailureAnalyzer()
                .analyze(new IllegalStateException("Failed to start bean", new RuntimeException(cause)))
                .getDescription();
    }

    @Test
    void saysInOneLineWhyTheServerCannotStart() {
        assertThat(explanation(new StartupFailure("DB_NAME is missing."))).isEqualTo("DB_NAME is missing.");
        assertThat(explanation(new PortInUseException(8081)))
                .contains("8081", "PORT")
                .hasLineCount(1);
        assertThat(explanation(new BindException("Permission denied")))
                .contains("Permission denied", "PORT")
                .hasLineCount(1);
    }

    @Test
    void leavesOtherFailuresToOthers() {
        assertThat(new StartupFailureAnalyzer().analyze(new IllegalStateException("a fault of our own")))
                .isNull();
    }
}
