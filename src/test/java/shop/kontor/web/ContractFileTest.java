package shop.kontor.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Nothing gets into the copies of the contract but addresses. */
class ContractFileTest {

    private final ContractFile file = new ContractFile(new EntityTags(new JsonMapper()));

    ContractFileTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "shop.example", "[::1]:80", "my_host:1"})
    void namesTheAddress(String host) {
        var copy = new YAMLMapper().readTree(file.copy("https", host));

        assertThat(copy.at("/servers/0/url").asString()).isEqualTo("https://" + host);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a:", "a\nb", "a b", "a: b", "$1", "a#b", "a/b"})
    void keepsTheContractAsItIsForWhatIsNoAddress(String host) throws IOException {
        var contract = new ClassPathResource("static/openapi.yaml").getContentAsString(UTF_8);

        assertThat(file.copy("http", host)).isEqualTo(contract);
    }
}
