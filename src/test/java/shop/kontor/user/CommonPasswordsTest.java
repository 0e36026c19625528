package shop.kontor.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refuses what a list of leaked passwords begins with, and takes what is on none. */
class CommonPasswordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "qwertyuiop123",
                "123456789012",
                "1qaz2wsx3edc",
                "QAZWSXEDCRFV",
                "Leavemealone",
                "sonyericsson",
                "password1234",
                "correcthorsebatterystaple",
                "zzzzzzzzzzzzzz",
                "121212121212"
            })
    void containWhatOthersGuessFirst(String password) {
        assertThat(CommonPasswords.contain(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "a phrase of my own",
                "crème brûlée 大好き",
                "V9#kd02_xQpLm",
                "password",
                "# The common passwords of 12 characters"
            })
    void containNothingElse(String password) {
        assertThat(CommonPasswords.contain(password)).isFalse();
    }
}
