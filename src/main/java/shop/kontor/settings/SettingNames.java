package shop.kontor.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The names of all settings, as application.yaml has them.
 *
 * @param variables in the environment or in {@code .env}
 * @param properties of Spring Boot, which have the prefix {@code kontor}
 */
public record SettingNames(Set<String> variables, Set<String> properties) {

    private static final String FILE = "class path resource [application.yaml]";
    private static final String PREFIX = "kontor.";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):");
    private static final Pattern STYLE = Pattern.compile("[._-]|\\[\\d+]");

    /** Reads the names from the sources of an environment. */
    public static SettingNames in(ConfigurableEnvironment environment) {
        var names = new SettingNames(new TreeSet<>(), new TreeSet<>());
        values(environment).forEach((property, value) -> {
            VARIABLE.matcher(value).results().forEach(variable -> names.variables.add(variable.group(1)));
            if (property.startsWith(PREFIX)) {
                names.properties.add(property);
            }
        });
        return names;
    }

    /** The settings' properties in application.yaml, each with its default or the variables that set it. */
    static Map<String, String> values(ConfigurableEnvironment environment) {
        var values = new TreeMap<String, String>();
        for (var source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> file
                    && file.getName().contains(FILE)) {
                for (var property : file.getPropertyNames()) {
                    values.put(property, String.valueOf(file.getProperty(property)));
                }
            }
        }
        values.entrySet()
                .removeIf(property -> !property.getKey().startsWith(PREFIX)
                        && !VARIABLE.matcher(property.getValue()).find());
        return values;
    }

    /** Whether a name sets a setting; a property has many, such as {@code KONTOR_SIGNIN_ATTEMPTSPERACCOUNT}. */
    public boolean contain(String name) {
        return variables.contains(name)
                || properties.stream().anyMatch(property -> plain(property).equals(plain(name)));
    }

    private static String plain(String name) {
        return STYLE.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
