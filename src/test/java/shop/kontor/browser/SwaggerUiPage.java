package shop.kontor.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import shop.kontor.contract.check.Spec;
import tools.jackson.databind.JsonNode;

/** Swagger UI, as somebody uses it who reads what it shows, fills in its forms and presses its buttons. */
record SwaggerUiPage(Browser browser) {

    /** What the page shows of an answer, with the command that asks for it; the body is null if there is none. */
    record Answer(int status, JsonNode body, String curl) {}

    /** The addresses that requests can be sent to. */
    List<String> servers() {
        return browser.findAll(".servers option").stream()
                .map(option -> option.getDomProperty("value"))
                .toList();
    }

    /** All operations that are listed, each as its method, path and summary. */
    List<String> operations() {
        return browser.findAll(".opblock-summary-control").stream()
                .map(operation -> operation.getText().replace("\u200b", ""))
                .map(text -> text.lines().collect(Collectors.joining(" ")))
                .toList();
    }

    /** Tries an operation with the body that the page proposes, if it has one. */
    Answer execute(String operation, Map<String, ?> parameters) {
        var form = open(operation);
        parameters.forEach(
                (name, value) -> browser.fill(form + "tr[data-param-name='" + name + "'] input", value.toString()));
        return execute(form);
    }

    /** Tries an operation with this body. */
    Answer execute(String operation, Map<String, ?> parameters, String body) {
        browser.fill(open(operation) + "textarea", body);
        return execute(operation, parameters);
    }

    private String open(String operation) {
        var block = ".opblock[id$='-" + operation + "']";
        if (!browser.find(block).getDomAttribute("class").contains("is-open")) {
            browser.find(block + " .opblock-summary-control").click();
        }
        return block + " ";
    }

    private Answer execute(String form) {
        browser.find(form + "button.execute").click();
        var answer = form + ".live-responses-table .response ";
        var status =
                Integer.parseInt(browser.find(answer + ".response-col_status").getText());
        var body = status == 204
                ? null
                : Spec.json(browser.find(answer + "code")
                        .getDomProperty("textContent")
                        .getBytes(UTF_8));
        var curl = browser.find(form + ".curl-command code").getDomProperty("textContent");
        browser.find(form + "button.btn-clear").click();
        return new Answer(status, body, curl);
    }

    /** Signs in with a token, in the page's own dialog. */
    void authorize(String token) {
        browser.find(".auth-wrapper .authorize").click();
        browser.fill("#auth-bearer-value", token);
        browser.find(".auth-btn-wrapper .authorize").click();
        browser.find(".auth-btn-wrapper .btn-done").click();
    }

    /** Leaves by the same dialog. */
    void logout() {
        browser.find(".auth-wrapper .authorize").click();
        browser.find(".auth-btn-wrapper [aria-label='Remove authorization']").click();
        browser.find(".auth-btn-wrapper .btn-done").click();
    }
}
