package shop.kontor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import shop.kontor.Kontor;

/** What {@code KONTOR_PROXIES} may be. */
class ProxySettingsTest {

    @Test
    void takesAddressesAndRanges() {
        assertThat(new ProxySettings(List.of(" 10.0.0.2", "192.168.0.0/16 ", "::1", "fd00::/8", "0.0.0.0/0", ""))
                        .addresses())
                .containsExactly("10.0.0.2", "192.168.0.0/16", "::1", "fd00::/8", "0.0.0.0/0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "proxy.example",
                "cafe",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0.0/255.0.0.0",
                "10.0.0.2:8080",
                "10.0.0.2;80",
                "1::2::3",
                "fd00::/129",
                "[::1]",
                "10.0.0.1-10.0.0.9",
                "10.0.0.1 10.0.0.2"
            })
    void refusesWhatIsNeither(String address) {
        assertThatThrownBy(() -> new ProxySettings(List.of("10.0.0.1", address)))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll("KONTOR_PROXIES", "'" + address + "'");
    }

    @Test
    void stopsTheStart() {
        assertThatThrownBy(() -> SpringApplication.run(
                        Kontor.class, "--KONTOR_PROXIES=10.0.0.1,proxy.example", "--server.port=0"))
                .isInstanceOf(StartupFailure.class);
    }
}
