package shop.kontor.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as one network. */
class ClientNetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "0:0:0:0:0:ffff:c000:201, 192.0.2.1",
        "64:ff9b::192.0.2.1, 192.0.2.1",
        "2001:db8:0:1::1, 2001:db8:0:1:0:0:0:0/64",
        "2001:0DB8:0000:0001:ffff:ffff:ffff:ffff, 2001:db8:0:1:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
        "::1, 0:0:0:0:0:0:0:0/64"
    })
    void isAnIPv4AddressOrThe64OfAnIPv6One(String address, String network) {
        assertThat(ClientNetwork.of(address)).hasToString(network);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "kontor.invalid", "999.999.999.999", ":::", "192.0.2", "1::2::3", "%eth0", "é"})
    void isOneForAllThatIsNoAddress(String text) {
        assertThat(ClientNetwork.of(text)).hasToString("unknown");
    }
}
