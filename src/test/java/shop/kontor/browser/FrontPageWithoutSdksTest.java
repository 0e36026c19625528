package shop.kontor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import shop.kontor.contract.ContractTest;

/** Before the SDKs are packed, as with {@code mvn spring-boot:run}, the page at the root says that they are missing. */
class FrontPageWithoutSdksTest extends ContractTest {

    @Test
    void offersNoDownloadAndSaysSo() {
        assertThat(raw().get("/").asString())
                .doesNotContain("href=\"/sdk/")
                .contains("data-without=\"/sdk/kontor-client.jar\"", "data-without=\"/sdk/kontor-client.tgz\"");
    }
}
