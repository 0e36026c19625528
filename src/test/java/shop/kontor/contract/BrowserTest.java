package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** What the tests in a browser share: the browser, and that no page asks another host or puts an error on its console. */
abstract class BrowserTest extends ContractTest {

    static Browser browser;

    @BeforeAll
    static void openBrowser() {
        assumeTrue(Browser.isInstalled(), "no browser");
        browser = new Browser();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    final String address(String path) {
        return "http://localhost:" + port + path;
    }

    final SwaggerUiPage swaggerUi() {
        browser.open(address("/swagger-ui.html"));
        return new SwaggerUiPage(browser);
    }

    @AfterEach
    void asksNoOtherHost() {
        assertThat(browser.requests()).allSatisfy(request -> assertThat(request).startsWith(address("/")));
    }

    /** What the shop refuses is for each test to look at. */
    @AfterEach
    void hasNoErrorOnTheConsole() {
        assertThat(browser.errors())
                .filteredOn(error -> !error.matches(address("/api/") + "\\S+ - .* responded with a status of 4.*"))
                .isEmpty();
    }
}
