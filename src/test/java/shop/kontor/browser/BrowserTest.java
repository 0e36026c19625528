package shop.kontor.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import shop.kontor.contract.ContractTest;

/** What the tests in a browser share: the browser, and that no page asks another host or puts an error on its console. */
public abstract class BrowserTest extends ContractTest {

    public static Browser browser;

    @BeforeAll
    public static void openBrowser() {
        assumeTrue(Browser.isInstalled(), "no browser");
        browser = new Browser();
    }

    @AfterAll
    public static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    public final String address(String path) {
        return "http://localhost:" + port + path;
    }

    public final SwaggerUiPage swaggerUi() {
        browser.open(address("/swagger-ui.html"));
        return new SwaggerUiPage(browser);
    }

    @AfterEach
    public void asksNoOtherHost() {
        assertThat(browser.requests()).allSatisfy(request -> assertThat(request).startsWith(address("/")));
    }

    /** What the shop refuses is for each test to look at. */
    @AfterEach
    public void hasNoErrorOnTheConsole() {
        assertThat(browser.errors())
                .filteredOn(error -> !error.matches(address("/api/") + "\\S+ - .* responded with a status of 4.*"))
                .isEmpty();
    }
}
