package shop.kontor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import shop.kontor.settings.SettingNames;
import shop.kontor.settings.StartupFailure;

/** Gives the start arguments and variables that do not exist, and some that do. */
class NamesTest {

    private final GenericApplicationContext context = new GenericApplicationContext();

    NamesTest() {
        new ConfigDataApplicationContextInitializer().initialize(context);
    }

    private void check(String... arguments) {
        context.getEnvironment().getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        new ArgumentsCheck().initialize(context);
    }

    private List<String> warnings(String... names) {
        Map<String, Object> values = List.of(names).stream().collect(Collectors.toMap(name -> name, name -> "x"));
        context.getEnvironment().getPropertySources().addFirst(new SystemEnvironmentPropertySource("test", values));
        return VariablesCheck.warnings(context.getEnvironment()).toList();
    }

    @ParameterizedTest
    @CsvSource({"sead, seed", "--seed, seed", "--seed=true, seed", "-schema, schema", "Schema, schema", "SEED, seed"})
    void namesTheCommandThatWasProbablyMeant(String argument, String meant) {
        var name = argument.replaceFirst("=.*", "");
        assertThatThrownBy(() -> check(argument))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll(name + " ", "mean " + meant, "schema", "seed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"help", "--help", "--port=1", "--kontor.sign-in.attempts=1", "--kontor.datbase.host=x", "start"})
    void refusesWhatDoesNotExist(String argument) {
        assertThatThrownBy(() -> check("seed", argument))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll(argument.replaceFirst("=.*", ""), "schema", "seed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema",
                "seed",
                "--debug",
                "--server.port=0",
                "--PORT=0",
                "--kontor.sign-in.attempts-per-account=20",
                "--kontor.signIn.attemptsPerAccount=20",
                "--kontor.cross-origin.origins[0]=https://shop.example"
            })
    void takesWhatExists(String argument) {
        assertThatNoException().isThrownBy(() -> check("seed", argument));
        assertThatNoException().isThrownBy(this::check);
    }

    @ParameterizedTest
    @CsvSource({
        "KONTOR_SECRT, KONTOR_SECRET",
        "KONTOR_OLD_SECRET, ''",
        "KONTOR_SECRETOLD, KONTOR_SECRET_OLD",
        "KONTOR_MANAGER_MAIL, KONTOR_MANAGER_EMAIL",
        "kontor_secret, KONTOR_SECRET",
        "KONTOR_DB_NAME, DB_NAME",
        "KONTOR_PORT, PORT",
        "KONTOR_SIGNIN_ATTEMPTSPERACOUNT, kontor.sign-in.attempts-per-account"
    })
    void warnsOfAVariableAndNamesTheOneThatWasProbablyMeant(String name, String meant) {
        assertThat(warnings(name))
                .singleElement()
                .asString()
                .startsWith(name + " ")
                .contains(meant);
    }

    @Test
    void warnsOfNoVariableThatExistsOrIsAnothersOwn() {
        assertThat(warnings("KONTORAMT", "MY_KONTOR_SECRET", "DB_NAMES", "KONTOR_ACCESS_HOST"))
                .isEmpty();
        var names = SettingNames.in(context.getEnvironment());
        assertThat(names.variables()).contains("KONTOR_SECRET", "PORT", "DB_PW");
        assertThat(warnings(names.variables().toArray(String[]::new))).isEmpty();
        assertThat(warnings("KONTOR_SIGNIN_ATTEMPTSPERACCOUNT", "KONTOR_CROSS_ORIGIN_ORIGINS"))
                .isEmpty();
    }
}
