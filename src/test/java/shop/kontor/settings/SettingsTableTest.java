package shop.kontor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** Holds the table of settings to the records that read them: every one is there, with its default, and none more. */
class SettingsTableTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.-]+)` \\| (?:`(.+)`)? *\\| (\\S.*) \\|$");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):");

    private final Map<String, String> yaml = yaml();

    /** The properties of application.yaml, with the variables in them. */
    private static Map<String, String> yaml() {
        try {
            var file = new YamlPropertySourceLoader().load("yaml", new ClassPathResource("application.yaml"));
            var properties = (EnumerablePropertySource<?>) file.get(0);
            return Stream.of(properties.getPropertyNames())
                    .collect(Collectors.toMap(
                            name -> name,
                            name -> Objects.requireNonNull(properties.getProperty(name))
                                    .toString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Class<?>> records() {
        return Stream.of(SettingsConfiguration.class
                .getAnnotation(EnableConfigurationProperties.class)
                .value());
    }

    private static Stream<String> properties(Class<?> settings) {
        var prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        return Stream.of(settings.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> prefix + "." + DataObjectPropertyName.toDashedForm(name));
    }

    /** Defaults by the name that an operator uses: a variable, or a property that no variable stands for. */
    private Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        yaml.forEach((property, value) -> {
            var variables = VARIABLE.matcher(value)
                    .results()
                    .map(result -> result.group(1))
                    .toList();
            var inner = value.substring(value.lastIndexOf(':') + 1).replace("}", "");
            variables.forEach(variable -> settings.put(variable, inner));
            if (variables.isEmpty() && property.startsWith("kontor.")) {
                settings.put(property, value);
            }
        });
        return settings;
    }

    @Test
    void theTableHasEverySettingWithItsDefaultAndItsMeaning() throws IOException {
        var rows = ROW.matcher(Files.readString(Path.of(".github/SETTINGS.md")))
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), SettingsTableTest::defaultValue, (a, b) -> a, TreeMap::new));
        assertThat(rows).isEqualTo(settings());
    }

    private static String defaultValue(MatchResult row) {
        return Objects.requireNonNullElse(row.group(2), "");
    }

    @Test
    void applicationYamlHasThePropertiesOfTheRecordsAndNoneMore() {
        var read = records().flatMap(SettingsTableTest::properties).collect(Collectors.toCollection(TreeSet::new));
        var set = yaml.keySet().stream()
                .filter(name -> name.startsWith("kontor."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(set).isEqualTo(read);
    }

    @Test
    void allRecordsAreReadAtTheStart() {
        var all = new ClassFileImporter()
                .importPackages("shop.kontor").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .map(JavaClass::getName);
        assertThat(records().map(Class::getName)).containsExactlyInAnyOrderElementsOf(all.toList());
    }
}
