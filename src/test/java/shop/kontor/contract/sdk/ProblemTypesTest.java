package shop.kontor.contract.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import shop.kontor.sdk.ProblemType;

/** Holds the problems that the clients know to those of the contract. */
class ProblemTypesTest {

    @Test
    void javaKnowsThoseOfTheContract() throws IOException {
        assertThat(EnumSet.complementOf(EnumSet.of(ProblemType.OTHER)))
                .extracting(type -> type.name().toLowerCase().replace('_', '-'))
                .isEqualTo(contract());
    }

    @Test
    void typeScriptKnowsThoseOfTheContract() throws IOException {
        var source = Files.readString(Path.of("src/sdk/typescript/src/problem.ts"));
        assertThat(find("'([a-z-]+)',\n", source)).isEqualTo(contract());
    }

    private static List<String> contract() throws IOException {
        var list = find(
                "(?s)Which problem it is, each under `/problems/`:(.*?)There may be more",
                Files.readString(Path.of("openapi.yaml")));
        assertThat(list).hasSize(1);
        return find("(?<!see )`([a-z-]+)`", list.get(0));
    }

    private static List<String> find(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
