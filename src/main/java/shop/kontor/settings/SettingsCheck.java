package shop.kontor.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Validates all settings first, so that an invalid one ends the start before a database or a port is opened; the command
 * {@code check} goes on and tries the rest, too.
 */
class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger log = LoggerFactory.getLogger(SettingsCheck.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (log.isDebugEnabled()) {
            ShownSettings.of(environment).forEach(log::debug);
        }
        var faults = faults(environment).toList();
        if (!faults.isEmpty() && !isCommand(environment)) {
            throw new StartupFailure(String.join("\n", faults));
        }
    }

    private static boolean isCommand(ConfigurableEnvironment environment) {
        return "check".equals(environment.getProperty(CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME));
    }

    /** What is wrong with the settings: a line each. */
    static Stream<String> faults(ConfigurableEnvironment environment) {
        var settings = Binder.get(environment);
        var numbers = new Numbers();
        var rules = new ArrayList<String>();
        for (var type : types()) {
            try {
                settings.bindOrCreate(
                        type.getAnnotation(ConfigurationProperties.class).value(), Bindable.of(type), numbers);
            } catch (BindException e) {
                explain(e).forEach(rules::add);
            }
        }
        settings.bind(ConfigurationPropertyName.of("server.port"), Bindable.of(Integer.class), numbers)
                .ifBound(port -> {
                    try {
                        Ports.check("PORT", port);
                        settings.bind("kontor.metrics.port", Integer.class)
                                .ifBound(other -> Ports.checkOther(port, other));
                    } catch (StartupFailure e) {
                        e.faults().forEach(rules::add);
                    } catch (BindException e) {
                        // is reported already
                    }
                });
        return Stream.of(numbers.faults, rules).flatMap(List::stream);
    }

    static List<Class<?>> types() {
        return List.of(SettingsConfiguration.class
                .getAnnotation(EnableConfigurationProperties.class)
                .value());
    }

    private static Stream<String> explain(BindException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof StartupFailure rule
                ? rule.faults()
                : StartupFailure.of(failure).faults();
    }

    /** Reports what is not a number, and reads a valid one in its place, so that the other settings are validated, too. */
    private static final class Numbers extends AbstractBindHandler {

        final List<String> faults = new ArrayList<>();

        @Override
        public Object onFailure(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error)
                throws Exception {
            var type = target.getType().resolve();
            if (type != int.class && type != Integer.class) {
                throw error;
            }
            StartupFailure.of(name, context.getConfigurationProperty()).faults().forEach(faults::add);
            return 1;
        }
    }
}
