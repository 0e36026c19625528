package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits wrong passwords, however the address is written and wherever they come from, and keeps no owner out. */
class SignInLimitTest extends LimitContractTest {

    @ParameterizedTest
    @ValueSource(strings = {"%s", "%s ", "%s   ", "\u212A%s"})
    void countsForOneAccountHoweverItsAddressIsWritten(String spelling) {
        var email = "k" + address();
        register(somewhere(), manager(), email, PASSWORD);
        var written =
                spelling.startsWith("\u212A") ? spelling.formatted(email.substring(1)) : spelling.formatted(email);
        for (int i = 0; i < PER_ACCOUNT; i++) {
            signIn(somewhere(), i % 2 == 0 ? written : email.toUpperCase(), "wrong");
        }

        shutOut(somewhere(), email);
        shutOut(somewhere(), email.toUpperCase());
    }

    @Test
    void refusesAnUnknownAccountAsItRefusesAKnownOne() {
        var email = address();
        for (int i = 0; i < PER_ACCOUNT; i++) {
            wrongFrom(somewhere(), i % 2 == 0 ? email : email + " ");
        }

        shutOut(somewhere(), email);
        shutOut(somewhere(), email + "  ");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, ::ffff:192.0.2.1, 192.0.2.2",
        "2001:db8:1:1::1, 2001:db8:1:1:ffff::, 2001:db8:1:2::1",
        "64:ff9b::192.0.2.3, 64:ff9b::c000:203, 64:ff9b::192.0.2.4"
    })
    void countsForOneNetworkWhicheverAddressOfItIsUsed(String one, String same, String other) {
        for (int i = 0; i < PER_ADDRESS; i++) {
            wrongFrom(i % 2 == 0 ? one : same, address());
        }

        shutOut(one, address());
        shutOut(same, address());
        wrongFrom(other, address());
    }

    @Test
    void letsAnOwnerInFromWhereTheyCameBeforeWhateverIsTriedElsewhere() {
        var owner = owner();
        var home = somewhere();
        rightFrom(home, owner.getEmail());
        for (int i = 0; i < PER_ACCOUNT; i++) {
            wrongFrom(somewhere(), owner.getEmail());
        }

        shutOut(somewhere(), owner.getEmail());
        rightFrom(home, owner.getEmail());
    }

    @Test
    void letsAnOwnerInWhateverItsNeighboursTry() {
        var owner = owner();
        var office = somewhere();
        rightFrom(office, owner.getEmail());
        for (int i = 0; i < PER_ADDRESS; i++) {
            wrongFrom(office, address());
        }

        shutOut(office, owner().getEmail());
        rightFrom(office, owner.getEmail());
    }

    @Test
    void limitsWrongPasswordsFromAKnownNetworkToo() {
        var owner = owner();
        var home = somewhere();
        rightFrom(home, owner.getEmail());
        for (int i = 0; i < PER_ACCOUNT; i++) {
            wrongFrom(home, owner.getEmail());
        }

        shutOut(home, owner.getEmail());
    }

    @Test
    void countsNoTryThatItRefuses() {
        var owner = owner();
        var attacker = somewhere();
        for (int i = 0; i < PER_ADDRESS; i++) {
            wrongFrom(attacker, address());
        }
        for (int i = 0; i <= PER_ACCOUNT; i++) {
            shutOut(attacker, owner.getEmail());
        }

        rightFrom(somewhere(), owner.getEmail());
    }

    @Test
    void countsNoTryThatIsRight() {
        var owner = owner();
        var home = somewhere();
        for (int i = 0; i < 2 * PER_ADDRESS; i++) {
            rightFrom(i % 2 == 0 ? home : somewhere(), owner.getEmail());
        }

        for (int i = 0; i < PER_ACCOUNT; i++) {
            wrongFrom(somewhere(), owner.getEmail());
        }
        shutOut(somewhere(), owner.getEmail());
    }

    @Test
    void beginsAnewWhenTheWindowHasEnded() {
        var owner = owner();
        for (int i = 0; i < PER_ACCOUNT; i++) {
            wrongFrom(somewhere(), owner.getEmail());
        }
        shutOut(somewhere(), owner.getEmail());

        waitForTheNextWindow();

        for (int i = 0; i < PER_ACCOUNT; i++) {
            wrongFrom(somewhere(), owner.getEmail());
        }
        shutOut(somewhere(), owner.getEmail());
    }

    @Test
    void verifiesNoMoreThanTheLimitOfSimultaneousGuesses() {
        assertThat(guesses()).filteredOn(status -> status == 401).hasSize(PER_ACCOUNT);

        // without the guard
        statements.rewriting(
                sql -> sql.replace("counted < ?", "0 < ?"),
                () -> assertThat(guesses()).filteredOn(status -> status == 401).hasSizeGreaterThan(PER_ACCOUNT));
    }

    private List<Integer> guesses() {
        var email = owner().getEmail();
        var from = IntStream.range(0, 20).mapToObj(i -> somewhere()).toList();
        var statuses = Race.of(20, i -> signIn(from.get(i), email, "wrong").statusCode());
        assertThat(statuses).isSubsetOf(401, 429);
        return statuses;
    }
}
