package shop.kontor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shop.kontor.contract.check.Spec;
import shop.kontor.contract.check.Spec.Operation;

/** Holds the delegates to the contract: one a tag, with its operations in their order. */
class DelegatesTest {

    private static final Pattern PUBLIC_METHOD = Pattern.compile("^    public [^(=]*?(\\w+)\\(", Pattern.MULTILINE);

    private static final List<JavaClass> DELEGATES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("shop.kontor").stream()
                    .filter(type -> type.getPackageName().equals("shop.kontor.api"))
                    .filter(type -> type.getSimpleName().endsWith("ApiDelegate"))
                    .toList();

    @Test
    void eachTagHasOneDelegateInAFeature() {
        assertThat(DELEGATES)
                .isNotEmpty()
                .allSatisfy(delegate -> assertThat(delegate.getAllSubclasses())
                        .as(delegate.getSimpleName())
                        .singleElement()
                        .extracting(JavaClass::getPackageName)
                        .asString()
                        .matches("shop\\.kontor\\.(?!api|web|database)\\w+"));
    }

    @Test
    void delegatesAnswerTheOperationsOfTheirTagInTheOrderOfTheContract() {
        var answered = DELEGATES.stream()
                .collect(Collectors.toMap(
                        JavaClass::getSimpleName,
                        delegate -> delegate.getAllSubclasses().stream()
                                .flatMap(type -> publicMethods(type).stream())
                                .toList()));
        assertThat(answered).isEqualTo(operationsByDelegate());
    }

    private static Map<String, List<String>> operationsByDelegate() {
        return Spec.INSTANCE.operations.stream()
                .collect(Collectors.groupingBy(
                        operation -> operation.node().at("/tags/0").asString() + "ApiDelegate",
                        LinkedHashMap::new,
                        Collectors.mapping(Operation::id, Collectors.toList())));
    }

    /** As the source has them, one below the other. */
    private static List<String> publicMethods(JavaClass type) {
        var file = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
        try {
            return PUBLIC_METHOD
                    .matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
