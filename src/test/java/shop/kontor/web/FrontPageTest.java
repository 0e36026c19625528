package shop.kontor.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The front page offers what there is. */
class FrontPageTest {

    @ParameterizedTest
    @CsvSource({
        "<h1>Kontor</h1>, true",
        "<a href=\"/swagger-ui.html\">Swagger UI</a>, true",
        "<a href=\"/openapi.yaml\" download>Contract</a>, true",
        "<a href=\"/nothing.zip\" download>Nothing</a>, false",
        "<a href=\"/openapi.yaml\" download>Contract</a> and <a href=\"/nothing.zip\" download>nothing</a>, false",
        "<li data-without=\"/nothing.zip\">There is no archive.</li>, true",
        "<li data-without=\"/openapi.yaml\">There is no contract.</li>, false"
    })
    void keepsTheLinesThatApply(String line, boolean applies) {
        assertThat(FrontPage.applies(line)).isEqualTo(applies);
    }
}
