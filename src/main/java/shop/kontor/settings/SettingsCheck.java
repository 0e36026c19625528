package shop.kontor.settings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Validates all settings first, so that an invalid one ends the start before a database or a port is opened. */
class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = Binder.get(context.getEnvironment());
        for (var type : SettingsConfiguration.class
                .getAnnotation(EnableConfigurationProperties.class)
                .value()) {
            settings.bindOrCreate(
                    type.getAnnotation(ConfigurationProperties.class).value(), type);
        }
        settings.bind("server.port", Integer.class).ifBound(port -> {
            Ports.check("PORT", port);
            settings.bind("kontor.metrics.port", Integer.class).ifBound(other -> Ports.checkOther(port, other));
        });
    }
}
