package shop.kontor.settings;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.StandardEnvironment;

/** Reads the settings as a start does, with nothing in the environment but what a test sets. */
class SettingsCheckTest {

    private static void check(Map<String, Object> variables) {
        var environment = new StandardEnvironment() {
            @Override
            public Map<String, Object> getSystemEnvironment() {
                return variables;
            }
        };
        DotEnvSource.dropEmpty(environment);
        var context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new ConfigDataApplicationContextInitializer().initialize(context);
        new SettingsCheck().initialize(context);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "65536", "-1"})
    void thisIsNoPort(String port) {
        assertThatThrownBy(() -> check(Map.of("PORT", port)))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll("PORT", port);
        assertThatThrownBy(() -> check(Map.of("SERVER_PORT", port))).isInstanceOf(StartupFailure.class);
        assertThatThrownBy(() -> check(Map.of("KONTOR_METRICS_PORT", port)))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll("KONTOR_METRICS_PORT", port);
    }

    @Test
    void metricsHaveAPortOfTheirOwn() {
        assertThatThrownBy(() -> check(Map.of("PORT", "8081", "KONTOR_METRICS_PORT", "8081")))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll("KONTOR_METRICS_PORT", "8081");
        assertThatThrownBy(() -> check(Map.of("KONTOR_METRICS_PORT", "8080")))
                .as("the default of PORT")
                .isInstanceOf(StartupFailure.class);
        assertThatNoException().isThrownBy(() -> check(Map.of("PORT", "8081", "KONTOR_METRICS_PORT", "8080")));
        assertThatNoException().isThrownBy(() -> check(Map.of("PORT", "0", "KONTOR_METRICS_PORT", "0")));
    }

    @Test
    void metricsAreOnAnAddressOfThisMachine() {
        assertThatThrownBy(() -> check(Map.of("KONTOR_METRICS_PORT", "0", "KONTOR_METRICS_HOST", "192.0.2.1")))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll("KONTOR_METRICS_HOST", "192.0.2.1");
        assertThatNoException()
                .isThrownBy(() -> check(Map.of("KONTOR_METRICS_PORT", "0", "KONTOR_METRICS_HOST", "0.0.0.0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "65535"})
    void thisIsAPort(String port) {
        assertThatNoException().isThrownBy(() -> check(Map.of("PORT", port)));
    }

    @Test
    void anEmptyVariableCountsAsNotSet() {
        var variables = new HashMap<String, Object>();
        for (var name : SettingNames.in(application()).variables()) {
            variables.put(name, "");
        }
        assertThatNoException().isThrownBy(() -> check(variables));
    }

    private static StandardEnvironment application() {
        var context = new GenericApplicationContext();
        var environment = new StandardEnvironment();
        context.setEnvironment(environment);
        new ConfigDataApplicationContextInitializer().initialize(context);
        return environment;
    }
}
