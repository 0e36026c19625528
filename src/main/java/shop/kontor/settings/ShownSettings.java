package shop.kontor.settings;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/** The settings as they take effect: their values, but for secrets, and where each comes from. */
final class ShownSettings {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):");

    /** How operators call the sources that can set one. */
    private static final Map<String, String> SOURCES = Map.of(
            "commandLineArgs",
            "argument",
            "systemProperties",
            "system property",
            "systemEnvironment",
            "environment",
            DotEnvSource.NAME,
            ".env");

    private final ConfigurableEnvironment environment;

    private ShownSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** A line for each setting, by the name that an operator sets it by. */
    static Stream<String> of(ConfigurableEnvironment environment) {
        var shown = new ShownSettings(environment);
        var lines = new TreeMap<String, String>();
        SettingNames.values(environment)
                .forEach((property, value) -> lines.put(name(property, value), shown.line(property, value)));
        return lines.entrySet().stream().map(line -> line.getKey() + "=" + line.getValue());
    }

    private static String name(String property, String value) {
        var variable = VARIABLE.matcher(value);
        return variable.find() ? variable.group(1) : property;
    }

    private String line(String property, String value) {
        var set = Objects.requireNonNullElse(environment.getProperty(property), "");
        var shown = set.isEmpty() || !isSecret(property) ? set : new Secret(set).toString();
        return "%s (%s)".formatted(shown, origin(property, value));
    }

    private static boolean isSecret(String property) {
        return SettingsCheck.types().stream()
                .flatMap(type -> Stream.of(type.getRecordComponents())
                        .filter(component -> component.getType() == Secret.class)
                        .map(component -> type.getAnnotation(ConfigurationProperties.class)
                                        .value() + "." + DataObjectPropertyName.toDashedForm(component.getName())))
                .anyMatch(property::equals);
    }

    /** Where a property is set, or else the variable that its value in application.yaml refers to. */
    private String origin(String property, String value) {
        var variables = VARIABLE.matcher(value)
                .results()
                .map(variable -> variable.group(1))
                .collect(Collectors.toSet());
        return environment.getPropertySources().stream()
                .filter(source -> has(source, property) || variables.stream().anyMatch(source::containsProperty))
                .map(PropertySource::getName)
                .filter(SOURCES::containsKey)
                .findFirst()
                .map(SOURCES::get)
                .orElse("default");
    }

    private static boolean has(PropertySource<?> source, String property) {
        var named = ConfigurationPropertySource.from(source);
        return named != null && named.getConfigurationProperty(ConfigurationPropertyName.of(property)) != null;
    }
}
