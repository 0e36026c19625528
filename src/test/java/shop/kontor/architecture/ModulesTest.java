package shop.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;
import shop.kontor.Kontor;
import shop.kontor.architecture.sample.Sample;

/** Holds the modules to the dependencies that their package-info declares: no more, and no fewer. */
class ModulesTest {

    private static final Path REPORTS = Path.of("target", "reports", "modules");

    private static final ApplicationModules MODULES = ApplicationModules.of(Kontor.class);

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        MODULES.verify();
    }

    @Test
    void everyDeclaredDependencyExists() {
        MODULES.stream()
                .forEach(module -> assertThat(declared(module))
                        .as(
                                "%s uses %s",
                                module.getIdentifier(),
                                module.getDirectDependencies(MODULES).stream()
                                        .map(Object::toString)
                                        .toList())
                        .isEqualTo(actual(module)));
    }

    @Test
    void anUndeclaredDependencyIsFound() {
        var sample = ApplicationModules.of(Sample.class, (ImportOption) location -> true);
        assertThatThrownBy(sample::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("lamp")
                .hasMessageContaining("shade");
    }

    /** Into the build's reports, as text and as a picture. */
    @Test
    void theModulesAreDrawn() throws IOException {
        var options = DiagramOptions.defaults().withStyle(DiagramOptions.DiagramStyle.UML);
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder(REPORTS.toString()))
                .writeModulesAsPlantUml(options);
        var text = Files.readString(REPORTS.resolve("components.puml"));
        var picture = new ByteArrayOutputStream();
        new SourceStringReader(text.replaceFirst("@startuml.*", "$0\n!pragma layout smetana"))
                .outputImage(picture, new FileFormatOption(FileFormat.SVG));
        Files.write(REPORTS.resolve("components.svg"), picture.toByteArray());
        assertThat(picture.toString(StandardCharsets.UTF_8)).startsWith("<").contains("Order", "Catalog");
    }

    private static Set<String> declared(org.springframework.modulith.core.ApplicationModule module) {
        try {
            var door = Class.forName(module.getBasePackage().getName() + ".package-info")
                    .getAnnotation(ApplicationModule.class);
            return new TreeSet<>(List.of(door.allowedDependencies()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(module + " declares nothing", e);
        }
    }

    /** Without those that a type inherits from another module's. */
    private static Set<String> actual(org.springframework.modulith.core.ApplicationModule module) {
        return module.getDirectDependencies(MODULES).stream()
                .filter(dependency -> module.contains(dependency.getSourceType()))
                .map(dependency -> dependency.getTargetModule().getIdentifier().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
