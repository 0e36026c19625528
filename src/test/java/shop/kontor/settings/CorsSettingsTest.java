package shop.kontor.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import shop.kontor.Kontor;

/** What {@code KONTOR_CORS} may be. */
class CorsSettingsTest {

    @Test
    void takesOriginsAsBrowsersWriteThem() {
        assertThat(new CorsSettings(List.of(
                                " https://shop.example",
                                "http://localhost:3000 ",
                                " http://127.0.0.1",
                                "http://[::1]:5173",
                                ""))
                        .origins())
                .containsExactly(
                        "https://shop.example", "http://localhost:3000", "http://127.0.0.1", "http://[::1]:5173");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.shop.example",
                "shop.example",
                "https://shop.example/",
                "https://shop.example:",
                "https://Shop.example",
                "https://user@shop.example",
                "ftp://shop.example",
                "null",
                "https://a.example;https://b.example"
            })
    void refusesWhatIsNone(String origin) {
        assertThatThrownBy(() -> new CorsSettings(List.of("https://ok.example", origin)))
                .isInstanceOf(StartupFailure.class)
                .hasMessageContainingAll("KONTOR_CORS", "'" + origin + "'", "https://shop.example");
    }

    @Test
    void stopsTheStart() {
        assertThatThrownBy(() ->
                        SpringApplication.run(Kontor.class, "--KONTOR_CORS=https://ok.example, *,", "--server.port=0"))
                .isInstanceOf(StartupFailure.class);
    }
}
