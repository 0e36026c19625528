package shop.kontor.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.test.context.TestPropertySource;
import shop.kontor.GuardedKontorTest;

/** A server behind proxies that {@code KONTOR_PROXIES} names knows its clients and its own address. */
@GuardedKontorTest
@TestPropertySource(properties = "KONTOR_PROXIES=127.0.0.1, 10.0.0.0/8,fd00::/8")
class ProxiesTest extends ForwardedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            203.0.113.7                       | 203.0.113.7
            198.51.100.1, 203.0.113.7         | 203.0.113.7
            203.0.113.7,10.1.2.3              | 203.0.113.7
            203.0.113.7, ,10.1.2.3,           | 203.0.113.7
            203.0.113.7, 10.1.2.3, 127.0.0.1  | 203.0.113.7
            198.51.100.1, 203.0.113.7, fd00::1| 203.0.113.7
            10.1.2.3                          | 10.1.2.3
            203.0.113.7:4711                  | 203.0.113.7
            2001:db8::7                       | 2001:db8:0:0:0:0:0:7
            [2001:db8::7]:4711, [fd12::1]     | 2001:db8:0:0:0:0:0:7
            ::ffff:203.0.113.7                | 203.0.113.7
            """)
    void takesTheLastAddressThatIsNoProxysForTheClients(String forwardedFor, String client, CapturedOutput log) {
        assertThat(client(log, forwardedFor)).isEqualTo(client);
    }

    @Test
    void ignoresAnEmptyLine(CapturedOutput log) {
        assertThat(client(log, "203.0.113.7", "")).isEqualTo("203.0.113.7");
        assertThat(client(log, "")).isEqualTo("127.0.0.1");
    }

    @Test
    void takesSeveralLinesForOneList(CapturedOutput log) {
        assertThat(client(log, "198.51.100.1", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(client(log, "203.0.113.7, 10.0.0.1", "10.0.0.2")).isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            unknown                            | 127.0.0.1
            203.0.113.7, evil.example          | 127.0.0.1
            203.0.113.7, cafe                  | 127.0.0.1
            203.0.113.7, 999.1.1.1             | 127.0.0.1
            203.0.113.7, 1.2                   | 127.0.0.1
            203.0.113.7, 1::2::3               | 127.0.0.1
            203.0.113.7, _hidden, 10.1.2.3     | 10.1.2.3
            """)
    void knowsTheLastProxyWhereWhatItSaysIsNoAddress(String forwardedFor, String client, CapturedOutput log) {
        assertThat(client(log, forwardedFor)).isEqualTo(client);
    }

    @Test
    void forgetsTheClientWithTheRequest(CapturedOutput log) throws IOException {
        var body = "{\"email\": \"nobody@example.com\", \"password\": \"a guess\"}";
        var request = "POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n";
        var before = log.getAll().length();
        try (var wire = new Wire(port)
                .send(request + "X-Forwarded-For: 203.0.113.7\r\nX-Forwarded-Proto: https\r\n\r\n" + body)
                .send(request + "X-Forwarded-For: 203.0.113.8\u0085Role changed\r\nConnection: close\r\n\r\n" + body)) {
            assertThat(wire.isClosedWithin(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(log.getAll().substring(before).lines().map(line -> line.replaceFirst(".* : ", "")))
                .containsExactly("Sign-in failed address=\"203.0.113.7\"", "Sign-in failed address=\"127.0.0.1\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            X-Forwarded-Proto: https                                                       | https://inner.example:8080
            X-Forwarded-Host: shop.example                                                 | http://shop.example
            X-Forwarded-Proto: HTTPS; X-Forwarded-Host: shop.example                       | https://shop.example
            X-Forwarded-Proto: https; X-Forwarded-Host: shop.example:8443                  | https://shop.example:8443
            X-Forwarded-Proto: https; X-Forwarded-Host: shop.example:443                   | https://shop.example
            X-Forwarded-Proto: https; X-Forwarded-Host: [2001:db8::1]:8443                 | https://[2001:db8::1]:8443
            X-Forwarded-Proto: https; X-Forwarded-Host: shop.example; X-Forwarded-Port: 81 | https://shop.example:81
            X-Forwarded-Proto: https; X-Forwarded-Host: a.example:1; X-Forwarded-Port: 443 | https://a.example:1
            X-Forwarded-Host: evil.example, shop.example                                   | http://shop.example
            X-Forwarded-For: 203.0.113.7, 10.0.0.1; X-Forwarded-Host: a.example, b.example | http://a.example
            X-Forwarded-For: 203.0.113.7, 10.0.0.1; X-Forwarded-Proto: https, http         | https://inner.example:8080
            X-Forwarded-Proto: javascript; X-Forwarded-Host: "#/                           | http://inner.example:8080
            X-Forwarded-Prefix: /shop; X-Forwarded-Server: b.example                       | http://inner.example:8080
            Forwarded: for=203.0.113.7;host=evil.example;proto=https                       | http://inner.example:8080
            """)
    void namesTheAddressThatItsClientsKnow(String headers, String address) {
        assertThat(server(headers)).isEqualTo(address);
    }

    @Test
    void knowsItsOwnPagesAndRefusesOthers() {
        assertThat(fromOwnPage().statusCode()).isEqualTo(200);
        isRefused(throughProxy("/api/tags/1", "http://shop.example"));
        isRefused(throughProxy("/api/tags/1", "https://inner.example:8080"));
    }

    @Test
    void linksByPathsSinceTheyHoldWhereverItsClientsAre() {
        var own = "https://shop.example";

        assertThat(throughProxy("/swagger-ui.html", own).header("Location")).isEqualTo("/swagger-ui/index.html");
        assertThat(throughProxy("/api/tags?per_page=1", own).header("Link")).startsWith("</api/tags?");
    }
}
