package shop.kontor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import shop.kontor.GuardedKontorTest;

/** What somebody can do in Swagger UI where the shop has a secret. */
@GuardedKontorTest
class SwaggerUiSignInBrowserTest extends BrowserTest {

    private static int createACategory(SwaggerUiPage page) {
        return page.execute("createCategory", Map.of(), "{\"category_name\": \"%s\"}".formatted(unique("Jackets")))
                .status();
    }

    @Test
    void signsInForAllLaterCallsOfThePage() {
        var page = swaggerUi();
        assertThat(createACategory(page)).isEqualTo(401);

        assertThat(page.execute("signIn", Map.of()).status()).isEqualTo(201);

        assertThat(createACategory(page)).isEqualTo(201);
        assertThat(page.execute("getUser", Map.of("user_id", 1)).status()).isEqualTo(200);
    }

    @Test
    void signsOutForAllLaterCallsOfThePage() {
        var page = swaggerUi();
        var session = page.execute("signIn", Map.of()).body().get("id");
        assertThat(createACategory(page)).isEqualTo(201);

        assertThat(page.execute("signOut", Map.of("id", session)).status()).isEqualTo(204);

        assertThat(createACategory(page)).isEqualTo(401);
        assertThat(page.execute("listTags", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void takesATokenInItsDialogAndDropsItThere() {
        var page = swaggerUi();

        page.authorize(signIn("manager@example.com", "manager-demo"));
        assertThat(createACategory(page)).isEqualTo(201);

        page.logout();
        assertThat(createACategory(page)).isEqualTo(401);
    }

    @Test
    void forgetsWhoWasThereWhenItIsOpenedAgain() {
        assertThat(swaggerUi().execute("signIn", Map.of()).status()).isEqualTo(201);

        assertThat(createACategory(swaggerUi())).isEqualTo(401);
    }
}
