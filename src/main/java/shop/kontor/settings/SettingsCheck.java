package shop.kontor.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Validates all settings first, so that an invalid one ends the start before a database or a port is opened. */
class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int LAST_PORT = 65535;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = Binder.get(context.getEnvironment());
        for (var type : SettingsConfiguration.class
                .getAnnotation(EnableConfigurationProperties.class)
                .value()) {
            settings.bindOrCreate(
                    type.getAnnotation(ConfigurationProperties.class).value(), type);
        }
        settings.bind("server.port", Integer.class).ifBound(SettingsCheck::checkPort);
    }

    /** Spring Boot binds any number, and does not listen at all on a negative one. */
    private static void checkPort(int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new StartupFailure("PORT is %d, which is not a port: set a number from 0 to %d, or remove it."
                    .formatted(port, LAST_PORT));
        }
    }
}
