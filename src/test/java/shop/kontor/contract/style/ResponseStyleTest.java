package shop.kontor.contract.style;

import static shop.kontor.contract.style.StyleRule.holds;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import shop.kontor.contract.check.Spec;
import shop.kontor.contract.check.Spec.Operation;
import tools.jackson.databind.JsonNode;

/** Holds what the contract's operations answer to the house style. */
class ResponseStyleTest {

    private static final String SHARED = "#/components/responses/";
    private static final String PROBLEM = "application/problem+json";

    @Test
    void everyOperationSaysWhatItAnswersWhenAnythingElseGoesWrong() {
        holds(
                spec -> spec.operations.stream()
                        .filter(operation -> !responses(operation).containsKey("default"))
                        .toList(),
                "        default: { $ref: '#/components/responses/Error' }\n\n  /api/tags:",
                "\n  /api/tags:");
    }

    @Test
    void errorsAreSharedResponses() {
        holds(
                errors((spec, response) -> response.path("$ref").asString("").startsWith(SHARED)),
                "'409': { $ref: '#/components/responses/InUse' }",
                "'409': { description: Not now. }");
    }

    @Test
    void errorsAreProblemsAndNothingElse() {
        StyleRule rule =
                errors((spec, response) -> contents(spec, response).keySet().equals(Set.of(PROBLEM)));
        holds(rule, "application/problem+json", "application/json");
        holds(rule, "'409': { $ref: '#/components/responses/InUse' }", "'409': { description: Not now. }");
    }

    @Test
    void whoCreatesARowLearnsWhereItIsAndItsVersion() {
        StyleRule rule = answers(
                "201",
                (spec, response) -> !isRow(spec, response)
                        || declares(spec, response, "Location")
                                && (!hasVersion(spec, response) || declares(spec, response, "ETag")));
        holds(rule, "            Location: { $ref: '#/components/headers/Location' }\n", "");
        holds(rule, "            ETag: { $ref: '#/components/headers/ETag' }\n", "");
    }

    @Test
    void listsLinkToTheNextPageAndSayHowManyRowsThereAre() {
        StyleRule rule = answers(
                "200",
                (spec, response) -> !isList(spec, response) || declares(spec, response, "Link", "X-Total-Count"));
        holds(rule, "            Link: { $ref: '#/components/headers/Link' }\n", "");
        holds(rule, "            X-Total-Count: { $ref: '#/components/headers/TotalCount' }\n", "");
    }

    @Test
    void listsTakeACursorTheSizeOfAPageAndWhetherToCount() {
        StyleRule rule = spec -> spec.operations.stream()
                .filter(operation -> isList(spec, responses(operation).get("200")))
                .filter(operation -> !parameters(spec, operation).containsAll(Set.of("cursor", "per_page", "total")))
                .toList();
        holds(rule, "        - $ref: '#/components/parameters/Cursor'\n", "");
        holds(rule, "        - $ref: '#/components/parameters/PerPage'\n", "");
        holds(rule, "        - $ref: '#/components/parameters/Total'\n", "");
    }

    @Test
    void whatIsHeldToAnEntityTagMayTurnOutToBeStale() {
        holds(
                spec -> spec.operations.stream()
                        .filter(operation -> parameters(spec, operation).contains("If-Match")
                                != responses(operation).containsKey("412"))
                        .toList(),
                "        '412': { $ref: '#/components/responses/PreconditionFailed' }\n",
                "");
    }

    @Test
    void whatIsAskedForByItsIdMayBeMissing() {
        holds(
                spec -> spec.operations.stream()
                        .filter(operation -> operation.path().contains("{")
                                != responses(operation).containsKey("404"))
                        .toList(),
                "        '404': { $ref: '#/components/responses/NotFound' }\n",
                "");
    }

    /** The errors that are not as they should be. */
    private static StyleRule errors(BiPredicate<Spec, JsonNode> rule) {
        return answers("[45]..|default", rule);
    }

    private static StyleRule answers(String status, BiPredicate<Spec, JsonNode> rule) {
        return spec -> spec.operations.stream()
                .flatMap(operation -> responses(operation).entrySet().stream()
                        .filter(response -> response.getKey().matches(status))
                        .filter(response -> !rule.test(spec, response.getValue()))
                        .map(response -> operation + " " + response.getKey()))
                .toList();
    }

    private static Map<String, JsonNode> responses(Operation operation) {
        return operation.node().get("responses").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> parameters(Spec spec, Operation operation) {
        return spec.parameters(operation).stream()
                .map(parameter -> parameter.get("name").asString())
                .toList();
    }

    private static Map<String, JsonNode> contents(Spec spec, JsonNode response) {
        return spec.resolve(response).path("content").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static boolean isList(Spec spec, JsonNode response) {
        return response != null
                && contents(spec, response).values().stream()
                        .map(content -> spec.resolve(content.get("schema")))
                        .anyMatch(schema -> schema.path("type").asString("").equals("array"));
    }

    private static boolean isRow(Spec spec, JsonNode response) {
        return !isList(spec, response)
                && contents(spec, response).values().stream()
                        .map(content -> spec.resolve(content.get("schema")))
                        .anyMatch(schema -> schema.path("properties").has("id"));
    }

    /** Whether the same is read with an entity tag somewhere. */
    private static boolean hasVersion(Spec spec, JsonNode response) {
        return spec.operations.stream()
                .map(ResponseStyleTest::responses)
                .filter(responses -> responses.containsKey("304"))
                .anyMatch(responses -> contents(spec, responses.get("200")).equals(contents(spec, response)));
    }

    private static boolean declares(Spec spec, JsonNode response, String... headers) {
        return spec.resolve(response).path("headers").propertyNames().containsAll(Set.of(headers));
    }
}
