package shop.kontor.contract.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import shop.kontor.contract.check.Spec;
import shop.kontor.sdk.ProblemType;

/** Holds the problems that the clients know to those of the contract. */
class ProblemTypesTest {

    private static final List<String> CONTRACT = Spec.INSTANCE
            .root
            .get("x-problem-types")
            .valueStream()
            .map(type -> type.get("slug").asString())
            .toList();

    @Test
    void javaKnowsThoseOfTheContract() {
        assertThat(EnumSet.complementOf(EnumSet.of(ProblemType.OTHER)))
                .extracting(type -> type.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .isNotEmpty()
                .isEqualTo(CONTRACT);
    }

    @Test
    void typeScriptKnowsThoseOfTheContract() throws IOException {
        var source = Files.readString(Path.of("target/sdk/typescript/src/generated/problem-types.ts"));
        assertThat(Pattern.compile("'([a-z-]+)'").matcher(source).results().map(slug -> slug.group(1)))
                .isNotEmpty()
                .containsExactlyElementsOf(CONTRACT);
    }
}
