package shop.kontor.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import shop.kontor.GuardedKontorTest;

/** The page at the root is for everybody, whatever they see it on and with. */
@GuardedKontorTest
@Tag("packed")
class FrontPageBrowserTest extends BrowserTest {

    /** What axe finds, rule by rule: WCAG and what is good practice beside it. */
    private static List<?> barriers() throws IOException {
        var axe = new ClassPathResource("axe.min.js").getContentAsString(UTF_8);
        return (List<?>)
                browser.run(
                        axe
                                + "axe.run().then(found => arguments[0](found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html))))");
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "360, light", "360, dark"})
    void shutsNobodyOut(int width, String colorScheme) throws IOException {
        browser.use(width, colorScheme);
        browser.open(address("/"));

        assertThat(barriers()).isEmpty();
        assertThat(browser.run("arguments[0](document.documentElement.scrollWidth <= innerWidth)"))
                .isEqualTo(true);
    }

    @Test
    void noticesABarrier() throws IOException {
        browser.use(1280, "light");
        browser.open(address("/"));

        browser.run("arguments[0](document.querySelector('h1').style.color = 'silver')");

        assertThat(barriers()).singleElement().asString().contains("color-contrast");
    }
}
