package shop.kontor.settings;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Ends the start; its message says what is wrong and what to do, in a line for each fault. */
public class StartupFailure extends RuntimeException {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)");

    public StartupFailure(String message) {
        this(message, null);
    }

    public StartupFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What is wrong: a line each. */
    public Stream<String> faults() {
        return String.valueOf(getMessage()).lines();
    }

    /** Names the setting whose value cannot be read. */
    public static StartupFailure of(BindException failure) {
        return of(failure.getName(), failure.getProperty());
    }

    static StartupFailure of(ConfigurationPropertyName name, @Nullable ConfigurationProperty property) {
        return new StartupFailure(
                "%s has an invalid value: correct it, or remove it.".formatted(variable(name, property)));
    }

    /** The environment variable of a setting in application.yaml, or its name in Spring Boot. */
    private static String variable(ConfigurationPropertyName name, @Nullable ConfigurationProperty property) {
        var variable = VARIABLE.matcher(property == null ? "" : String.valueOf(property.getValue()));
        return variable.find() ? variable.group(1) : name.toString();
    }
}
