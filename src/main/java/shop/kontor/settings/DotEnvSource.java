package shop.kontor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Adds the settings in {@code .env} in the working folder; the environment takes precedence. In both, an empty one counts as
 * not set.
 */
class DotEnvSource implements EnvironmentPostProcessor {

    /** With this suffix Spring Boot treats the names like those of environment variables. */
    static final String NAME = "dotenv-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?=.*})");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        dropEmpty(environment);
        var file = Path.of(".env");
        if (Files.exists(file)) {
            try {
                add(environment, DotEnv.parse(bytes(file)));
            } catch (StartupFailure failure) {
                application.addInitializers(new Rejection(failure));
            }
        }
    }

    /** Ends the start once the log is set up: before that, Spring Boot would put a frame around the message. */
    private record Rejection(StartupFailure failure)
            implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            throw failure;
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }

    /** Takes the empty variables out of the environment, where they would take the place of a default. */
    static void dropEmpty(ConfigurableEnvironment environment) {
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        var set = new HashMap<>(environment.getSystemEnvironment());
        set.values().removeIf(""::equals);
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, set));
    }

    /** Adds values that are literal: none of them refers to another setting, as Spring would read {@code ${…}}. */
    static void add(ConfigurableEnvironment environment, Map<String, String> values) {
        var literal = new HashMap<String, Object>();
        values.forEach(
                (name, value) -> literal.put(name, PLACEHOLDER.matcher(value).replaceAll("\\\\\\${")));
        literal.values().removeIf(""::equals);
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(NAME, literal));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StartupFailure("The file .env cannot be read: check its permissions.", e);
        }
    }
}
