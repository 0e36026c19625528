package shop.kontor.settings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the settings, and the beans that are derived from them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    AccessSettings.class,
    CorsSettings.class,
    CustomerSettings.class,
    DatabaseSettings.class,
    FirstManagerSettings.class,
    LogSettings.class,
    MetricsSettings.class,
    ProxySettings.class,
    RegistrationSettings.class,
    ShippingSettings.class,
    ShutdownSettings.class,
    SignInSettings.class,
    TaxSettings.class
})
class SettingsConfiguration {

    @Bean
    AccessMode accessMode(AccessSettings settings) {
        return settings.mode();
    }

    @Bean
    ServerAddress serverAddress(AccessSettings settings) {
        return settings.address();
    }
}
