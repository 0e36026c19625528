package shop.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the sources to saying, in a sentence, what each package and each type is for. */
class JavadocTest {

    private static final List<Path> SOURCES = List.of(Path.of("src/main/java"), Path.of("src/sdk/java"));

    private static final Pattern TYPE = Pattern.compile(
            "^(?:(?:public|final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) (\\w+)",
            Pattern.MULTILINE);

    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        var faults = new ArrayList<String>();
        for (var folder : sources().stream().map(Path::getParent).distinct().toList()) {
            var info = folder.resolve("package-info.java");
            if (Files.notExists(info)) {
                faults.add(folder + " has no package-info");
            } else {
                faults.addAll(undocumented(PACKAGE, Files.readString(info)));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyTypeSaysWhatItIsFor() throws IOException {
        var faults = new ArrayList<String>();
        for (var source : sources()) {
            if (!source.endsWith("package-info.java")) {
                faults.addAll(undocumented(TYPE, Files.readString(source)));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void findsWhatSaysNothing() {
        assertThat(undocumented(TYPE, "/** Sells lamps. */\n@Component\nfinal class Lamps {}\n"))
                .isEmpty();
        for (var silent : List.of(
                "import java.util.List;\n\nclass Lamps {}\n",
                "/** Sells lamps. */\nrecord Lamp() {}\n\nclass Lamps {}\n",
                "/** lamps */\nclass Lamps {}\n",
                "/* Sells lamps. */\nclass Lamps {}\n",
                "/**\n * @see Lamp\n */\nclass Lamps {}\n")) {
            assertThat(undocumented(TYPE, silent)).as(silent).containsExactly("Lamps");
        }
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        for (var root : SOURCES) {
            try (var files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
            assertThat(sources).anyMatch(source -> source.startsWith(root));
        }
        return sources;
    }

    /** What is declared without a sentence before it. */
    private static List<String> undocumented(Pattern declaration, String source) {
        var found = declaration.matcher(source).results().toList();
        assertThat(found).as(source).isNotEmpty();
        return found.stream()
                .filter(match -> !sentence(source.substring(0, match.start())).matches("[A-Z{].*[^.]\\."))
                .map(match -> match.group(1))
                .toList();
    }

    /** The first paragraph of the Javadoc at the end of a text, before annotations; empty if there is none. */
    private static String sentence(String before) {
        var end = before.lastIndexOf("*/");
        var start = before.lastIndexOf("/**", end);
        if (start < 0 || before.substring(end).matches("(?s).*(;|[^.]\\b(class|interface|record|enum) ).*")) {
            return "";
        }
        return before.substring(start + 3, end)
                .replaceAll("(?m)^ \\*( |$)", "")
                .replaceAll("(?s)(^|\\n)(@|<p>).*", "")
                .strip()
                .replaceAll("\\s+", " ");
    }
}
