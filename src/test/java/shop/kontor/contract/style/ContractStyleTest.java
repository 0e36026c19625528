package shop.kontor.contract.style;

import static org.assertj.core.api.Assertions.assertThat;
import static shop.kontor.contract.style.StyleRule.holds;
import static shop.kontor.contract.style.StyleRule.holdsUnless;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import shop.kontor.contract.check.Spec;
import shop.kontor.contract.check.Spec.Operation;
import tools.jackson.databind.JsonNode;

/** Holds the contract's order, names and sentences to the house style. */
class ContractStyleTest {

    private static final Map<String, String> VERBS = Map.of(
            "GET", "list|get",
            "POST", "create|register|signIn|place|adjust",
            "PUT", "update|set",
            "DELETE", "delete|remove|clear|signOut");

    @Test
    void theFileBeginsWithWhatItIsAndEndsWithItsComponents() {
        var order = "openapi info servers security( x-\\S+)* tags paths components";
        holds(
                spec -> {
                    var keys = String.join(" ", spec.root.propertyNames());
                    return keys.matches(order) ? List.of() : List.of(keys);
                },
                "\nservers:",
                "\nx-servers:");
    }

    @Test
    void pathsAreInTheOrderOfTheirTags() {
        holds(
                spec -> {
                    var tags = tags(spec);
                    var order = spec.operations.stream()
                            .map(ContractStyleTest::tag)
                            .map(tags::indexOf)
                            .toList();
                    return order.equals(order.stream().sorted().toList()) ? List.of() : order;
                },
                "tags: [Categories]\n      operationId: getCategory",
                "tags: [Products]\n      operationId: getCategory");
    }

    @Test
    void aCollectionComesBeforeItsItems() {
        holds(
                spec -> {
                    var paths = List.copyOf(spec.root.get("paths").propertyNames());
                    return IntStream.range(0, paths.size())
                            .filter(i -> paths.subList(i, paths.size()).stream()
                                    .anyMatch(later -> paths.get(i).startsWith(later + "/")))
                            .mapToObj(paths::get)
                            .toList();
                },
                "  /api/products:\n",
                "  /api/tags/{id}/products: {}\n  /api/products:\n");
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() {
        holds(
                spec -> {
                    var seen = new HashSet<>();
                    return spec.operations.stream()
                            .filter(o -> !seen.add(o.id()))
                            .toList();
                },
                "operationId: updateTag",
                "operationId: deleteTag");
    }

    @Test
    void idsBeginWithAVerbThatGoesWithTheMethod() {
        StyleRule rule =
                operations(o -> o.id().matches("(" + VERBS.get(o.method()) + ")([A-Z][A-Za-z]*)?"), Operation::id);
        holds(rule, "operationId: deleteTag", "operationId: eraseTag");
        holds(rule, "operationId: listTags", "operationId: deleteTags");
        holds(rule, "operationId: listTags", "operationId: list_tags");
    }

    @Test
    void everyOperationHasOneTagThatIsKnown() {
        StyleRule rule = spec -> spec.operations.stream()
                .filter(o -> o.node().path("tags").size() != 1 || !tags(spec).contains(tag(o)))
                .toList();
        holds(rule, "tags: [Products]", "tags: [Products, Tags]");
        holds(rule, "tags: [Products]", "tags: [Goods]");
    }

    @Test
    void everyTagIsUsedAndDescribed() {
        StyleRule rule = spec -> spec.root
                .get("tags")
                .valueStream()
                .filter(tag -> !isSentence(tag.path("description"))
                        || spec.operations.stream()
                                .noneMatch(o -> tag(o).equals(tag.get("name").asString())))
                .toList();
        holdsUnless(rule, "/tags/3/description", "labels");
        holds(rule, "tags: [Tags]", "tags: [Products]");
    }

    @Test
    void summariesTellTheServerWhatToDoAndHaveNoFullStop() {
        var imperative = "[A-Z][a-z]+(?<!s)( [^.]+)?";
        StyleRule rule = operations(o -> text(o, "summary").matches(imperative), o -> text(o, "summary"));
        holds(rule, "summary: List tags", "summary: List tags.");
        holds(rule, "summary: List tags", "summary: Lists tags");
        holds(rule, "summary: List tags", "summary: list tags");
    }

    @Test
    void descriptionsAreSentences() {
        StyleRule rule =
                operations(o -> isSentence(o.node().path("description")), o -> o + ": " + text(o, "description"));
        holdsUnless(rule, "/paths/~1api~1tags~1{id}/delete/description", "For managers");
        holdsUnless(rule, "/paths/~1api~1tags~1{id}/delete/description", null);
    }

    @Test
    void parametersAreDescribed() {
        holdsUnless(
                spec -> spec.operations.stream()
                        .flatMap(o -> spec.parameters(o).stream())
                        .filter(parameter -> !isSentence(parameter.path("description")))
                        .toList(),
                "/components/parameters/Id/description",
                null);
    }

    /** The server answers nobody what has no rule, or an owner whom it does not know. */
    @Test
    void everyOperationSaysWhoMay() {
        StyleRule rule = spec -> spec.operations.stream()
                .filter(o -> rules(o) != 1 || !isOwner(spec, o, o.node().path("x-owner")))
                .toList();
        holds(rule, "      x-owner: { column: orders.user_id }\n", "");
        holds(rule, "x-owner: { column: orders.user_id }", "x-owner: { column: orders.buyer }");
        holds(rule, "x-owner: { parameter: user_id }", "x-owner: { parameter: id }");
        holds(
                rule,
                "x-owner: { parameter: user_id }",
                "x-required-role: manager\n      x-owner: { parameter: user_id }");
        holds(rule, "\n      x-required-role: manager\n", "\n");
    }

    private static long rules(Operation operation) {
        return Stream.of("security", "x-required-role", "x-owner")
                .filter(operation.node()::has)
                .count();
    }

    /** A parameter of the path, or a column that refers to a user. */
    private static boolean isOwner(Spec spec, Operation operation, JsonNode owner) {
        return owner.isMissingNode()
                || spec.parameters(operation).stream()
                        .filter(parameter -> parameter.get("in").asString().equals("path"))
                        .anyMatch(parameter -> parameter.get("name").equals(owner.path("parameter")))
                || spec.root.get("x-on-delete").has(owner.path("column").asString(""));
    }

    /** The operations that are not as they should be. */
    private static StyleRule operations(Predicate<Operation> rule, Function<Operation, String> fault) {
        return spec -> spec.operations.stream().filter(rule.negate()).map(fault).toList();
    }

    private static List<String> tags(Spec spec) {
        return spec.root
                .get("tags")
                .valueStream()
                .map(tag -> tag.get("name").asString())
                .toList();
    }

    private static String tag(Operation operation) {
        return operation.node().at("/tags/0").asString("");
    }

    private static String text(Operation operation, String member) {
        return operation.node().path(member).asString("");
    }

    private static boolean isSentence(JsonNode text) {
        return text.asString("").strip().matches("(?s)\\S.*\\.");
    }

    @Test
    void hasTheVersionOfTheProject() throws java.io.IOException {
        var pom = java.nio.file.Files.readString(java.nio.file.Path.of("pom.xml"));

        assertThat(pom)
                .contains("<artifactId>kontor</artifactId>\n  <version>"
                        + Spec.INSTANCE.root.at("/info/version").asString() + "</version>");
    }
}
