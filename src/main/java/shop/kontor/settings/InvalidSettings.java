package shop.kontor.settings;

import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/** Tries whether the settings are valid. */
class InvalidSettings implements StartupCheck {

    private final ConfigurableEnvironment environment;

    InvalidSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Stream<String> faults() {
        return SettingsCheck.faults(environment);
    }
}
