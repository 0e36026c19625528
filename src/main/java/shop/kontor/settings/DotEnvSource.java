package shop.kontor.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Adds what a file {@code .env} in the working folder says to the environment, which wins over it. */
class DotEnvSource implements EnvironmentPostProcessor {

    /** Ends so that Spring Boot reads the names as it reads those of the environment. */
    private static final String NAME = "dotenv-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var file = Path.of(".env");
        if (Files.exists(file)) {
            Map<String, Object> values = Map.copyOf(DotEnv.parse(bytes(file)));
            environment
                    .getPropertySources()
                    .addAfter(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new SystemEnvironmentPropertySource(NAME, values));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new StartupFailure("The file .env can't be read: make it a file that this user may read.", e);
        }
    }
}
