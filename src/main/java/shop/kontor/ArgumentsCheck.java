package shop.kontor;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import shop.kontor.contract.Suggestion;
import shop.kontor.settings.SettingNames;
import shop.kontor.settings.StartupFailure;

/** Ends the start at an argument that does not exist: whoever writes {@code sead} wants no server. */
@Order(0)
class ArgumentsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final Set<String> COMMANDS = Set.of("schema", "seed", "check", "restore");

    /** Spring Boot's options without a value. */
    private static final Set<String> SWITCHES = Set.of("debug", "trace");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.getPropertySources().get(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME)
                instanceof CommandLinePropertySource<?> arguments) {
            check(arguments, environment);
        }
    }

    private static void check(CommandLinePropertySource<?> arguments, ConfigurableEnvironment environment) {
        var commands = arguments.getProperty(CommandLinePropertySource.DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME);
        if (commands != null) {
            Stream.of(commands.split(","))
                    .filter(command -> !COMMANDS.contains(command))
                    .forEach(ArgumentsCheck::refuse);
        }
        var names = SettingNames.in(environment);
        for (var name : arguments.getPropertyNames()) {
            if (!isOption(name, names)) {
                refuse("--" + name);
            }
        }
    }

    /** Whether it is a setting, or may be one of Spring Boot's, which all have a dot. */
    private static boolean isOption(String name, SettingNames names) {
        return names.contain(name) || SWITCHES.contains(name) || name.contains(".") && !name.startsWith("kontor.");
    }

    private static void refuse(String argument) {
        var meant = Suggestion.closest(argument, COMMANDS).map(" (did you mean %s?)"::formatted);
        throw new StartupFailure(
                "There is no argument %s%s: use schema, seed, check, restore, prepare, --name=value for a setting of Spring Boot, or none to start the server."
                        .formatted(argument, meant.orElse("")));
    }
}
