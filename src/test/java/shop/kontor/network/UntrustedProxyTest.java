package shop.kontor.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.test.context.TestPropertySource;
import shop.kontor.GuardedKontorTest;

/** A server that is told of no proxies believes nobody, not even in a cloud that Spring Boot knows. */
@GuardedKontorTest
@TestPropertySource(properties = "spring.main.cloud-platform=kubernetes")
class UntrustedProxyTest extends ForwardedTest {

    @Test
    void countsEverybodyByTheirConnection(CapturedOutput log) {
        assertThat(client(log, "203.0.113.7")).isEqualTo("127.0.0.1");
        assertThat(client(log, "203.0.113.7, 10.0.0.1")).isEqualTo("127.0.0.1");
    }

    @Test
    void namesTheAddressThatItIsReachedAt() {
        assertThat(server("X-Forwarded-Proto: https; X-Forwarded-Host: evil.example; X-Forwarded-Port: 1"))
                .isEqualTo("http://inner.example:8080");
        assertThat(server("Forwarded: host=evil.example;proto=https")).isEqualTo("http://inner.example:8080");
    }

    @Test
    void takesPagesOfWhereverAProxyClaimsToBeForForeign() {
        isRefused(fromOwnPage());
    }
}
