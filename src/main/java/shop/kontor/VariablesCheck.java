package shop.kontor;

import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import shop.kontor.contract.Suggestion;
import shop.kontor.settings.SettingNames;

/** Warns of variables that look like settings and are none; orchestrators set some, so the start goes on. */
class VariablesCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger log = LoggerFactory.getLogger(VariablesCheck.class);
    private static final Pattern PREFIX = Pattern.compile("^kontor[_.]", Pattern.CASE_INSENSITIVE);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        warnings(context.getEnvironment()).forEach(log::warn);
    }

    static Stream<String> warnings(ConfigurableEnvironment environment) {
        var names = SettingNames.in(environment);
        return variables(environment)
                .filter(name -> PREFIX.matcher(name).find() && !names.contain(name))
                .map(name -> name + " is not a setting and has no effect" + suggestion(name, names));
    }

    /** Those in the environment and in {@code .env}. */
    private static Stream<String> variables(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(SystemEnvironmentPropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((SystemEnvironmentPropertySource) source).getPropertyNames()))
                .distinct()
                .sorted();
    }

    /** Compares without the prefix, which says nothing, and which some settings lack. */
    private static String suggestion(String name, SettingNames names) {
        var known = new TreeMap<String, String>();
        Stream.of(names.properties(), names.variables())
                .flatMap(Set::stream)
                .forEach(setting -> known.put(withoutPrefix(setting), setting));
        return Suggestion.closest(withoutPrefix(name), known.keySet())
                .map(meant -> "; did you mean %s?".formatted(known.get(meant)))
                .orElse(".");
    }

    private static String withoutPrefix(String name) {
        return PREFIX.matcher(name).replaceFirst("");
    }
}
