package shop.kontor.user;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import shop.kontor.problem.TooManyRequests;
import shop.kontor.settings.SignInSettings;

class SignInThrottleTest {

    private final SignInThrottle attempts = new SignInThrottle(new SignInSettings(3, 5));

    private void tooMany(String email, String address) {
        assertThatThrownBy(() -> attempts.begin(email, address)).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void endAfterAFewForOneAccountFromWhereverTheyCome() {
        attempts.begin("ada@example.com", "192.0.2.1");
        attempts.begin("ada@example.com", "192.0.2.2");
        attempts.begin("ada@example.com", "192.0.2.3");

        tooMany("ada@example.com", "192.0.2.4");
        attempts.begin("eve@example.com", "192.0.2.4");
    }

    @Test
    void endAfterSomeFromOneAddressWhicheverAccountTheyTry() {
        for (int i = 0; i < 5; i++) {
            attempts.begin(i + "@example.com", "192.0.2.1");
        }

        tooMany("ada@example.com", "192.0.2.1");
        attempts.begin("ada@example.com", "192.0.2.2");
    }

    @Test
    void countForNothingOnceThePasswordWasRight() {
        for (int i = 0; i < 20; i++) {
            attempts.begin("ada@example.com", "192.0.2.1");
            attempts.succeed("ada@example.com", "192.0.2.1");
        }
    }
}
