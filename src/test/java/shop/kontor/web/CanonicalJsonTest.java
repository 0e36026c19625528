package shop.kontor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What means the same has one form, and what does not has another. */
class CanonicalJsonTest {

    private static String canonical(String json) {
        return CanonicalJson.of(json.getBytes(UTF_8));
    }

    @Test
    void sortsMembersAtEveryDepthAndKeepsTheOrderOfItems() {
        assertThat(canonical(" { \"b\" : [ 2, { \"d\" : null, \"c\" : true } , 1 ],\n\"a\":\"x y\" } "))
                .isEqualTo("{\"a\":\"x y\",\"b\":[2,{\"c\":true,\"d\":null},1]}");
    }

    @ParameterizedTest
    @CsvSource({"1, 1.00", "90, 9e1", "0.5, 5E-1", "0, -0.0", "12345678901234567890, 12345678901234567890.0"})
    void writesEqualNumbersAlike(String one, String other) {
        assertThat(canonical(one)).isEqualTo(canonical(other));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1, '\"1\"'", "0.1, 0.10000000000000000001", "null, '{}'", "'[1,2]', '[2,1]'"})
    void writesDifferentValuesDifferently(String one, String other) {
        assertThat(canonical(one)).isNotEqualTo(canonical(other));
    }

    @Test
    void readsEscapesAsWhatTheyStandFor() {
        assertThat(canonical("\"\\u00e9\\/\"")).isEqualTo(canonical("\"é/\""));
    }

    /** No value that is JSON is refused here: that is for the contract to do. */
    @ParameterizedTest
    @ValueSource(strings = {"100e2147483647", "1e-2147483647", "\"\\ud800\""})
    void takesWhatIsJsonAndYetExtreme(String json) {
        assertThat(canonical(json)).isNotEmpty();
    }
}
