package shop.kontor.settings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DotEnvTest {

    static Stream<String> filesAsPeopleHaveThem() {
        return Stream.of(
                "DB_NAME=ecommerce_db\nDB_USER=root\nDB_PW=\n",
                "DB_NAME='ecommerce_db'\nDB_USER=\"root\"\nDB_PW=''\n",
                "DB_NAME=ecommerce_db\r\nDB_USER=root\r\nDB_PW=\r\n",
                "DB_NAME='ecommerce_db'\r\nDB_USER='root'\r\nDB_PW=\"\"",
                "\uFEFFDB_NAME=ecommerce_db\nDB_USER=root\nDB_PW=",
                "export DB_NAME=ecommerce_db\nexport  DB_USER='root'\n\texport DB_PW=\"\"\n",
                "# the database\n\n  # mine\nDB_NAME=ecommerce_db # not the test's\nDB_USER=\"root\" # me\nDB_PW= # none\n",
                "DB_NAME = ecommerce_db\n DB_USER= root\nDB_PW =\n",
                "DB_NAME=ecommerce_db\rDB_USER=root\rDB_PW=\r",
                "DB_NAME=shop\nDB_NAME='ecommerce_db'#again\nDB_USER=root\nDB_PW=''");
    }

    @ParameterizedTest
    @MethodSource("filesAsPeopleHaveThem")
    void readsTheSameFromEach(String file) {
        assertThat(DotEnv.parse(file.getBytes(UTF_8)))
                .isEqualTo(Map.of("DB_NAME", "ecommerce_db", "DB_USER", "root", "DB_PW", ""));
    }

    @Test
    void readsWhatWindowsWrites() {
        for (var charset : new Charset[] {UTF_16LE, UTF_16BE}) {
            assertThat(DotEnv.parse("\uFEFFDB_USER='j\u00FCrgen'\r\n".getBytes(charset)))
                    .isEqualTo(Map.of("DB_USER", "j\u00FCrgen"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    pass word        | pass word
                    "pass word"      | pass word
                    p#ss             | p#ss
                    #pass            | #pass
                    pa$$word         | pa$$word
                    "${DB_USER} #1"  | ${DB_USER} #1
                    'a # b' # c 'd'  | a # b
                    "say "hi"!"      | say "hi"!
                    it's             | it's
                    'it's'           | it's
                    back\\slash\\n   | back\\slash\\n
                    a=b==            | a=b==
                    """)
    void takesValuesLiterally(String written, String value) {
        assertThat(DotEnv.parse(("DB_PASSWORD=" + written).getBytes(UTF_8))).isEqualTo(Map.of("DB_PASSWORD", value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD secret",
                "secret",
                "DB_PASSWORD: secret",
                "=secret",
                "1A=secret",
                "A B=secret",
                "A='secret",
                "A=\"secret'"
            })
    void namesTheLineThatMakesNoSenseAndNoValue(String line) {
        assertThatThrownBy(() -> DotEnv.parse(("DB_NAME=shop\n\n" + line).getBytes(UTF_8)))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("3")
                .hasMessageContaining(".env")
                .hasMessageNotContaining("secret");
    }

    @Test
    void leavesADollarADollarInTheSettings() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("yaml", Map.of("password", "${NOBODY_SETS_THIS:}")));
        var password = "a${HOME}b$c${d}$$${";

        DotEnvSource.add(environment, Map.of("NOBODY_SETS_THIS", password));

        assertThat(environment.getProperty("password")).isEqualTo(password);
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> DotEnv.parse("DB_USER=j\u00FCrgen".getBytes(ISO_8859_1)))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContaining("UTF-8");
    }
}
