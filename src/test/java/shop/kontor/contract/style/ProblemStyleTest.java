package shop.kontor.contract.style;

import static shop.kontor.contract.style.StyleRule.holds;
import static shop.kontor.contract.style.StyleRule.objects;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import shop.kontor.contract.check.Spec;
import tools.jackson.databind.JsonNode;

/** Holds what the contract says of problems, in prose and in examples, to its one list of them. */
class ProblemStyleTest {

    /** A status, or the last part of a type; a name after "see" is a member's. */
    private static final Pattern STATUS_OR_SLUG = Pattern.compile("\\b([1-5]\\d\\d)\\b|(?<!see )`([a-z-]+)`");

    @Test
    void slugsAreInKebabCaseAndStandOnce() {
        StyleRule rule = spec -> {
            var seen = new HashSet<>();
            return types(spec).stream()
                    .map(type -> type.get("slug").asString())
                    .filter(slug -> !slug.matches("[a-z]+(-[a-z]+)*") || !seen.add(slug))
                    .toList();
        };
        holds(rule, "slug: cart-full", "slug: cart_full");
        holds(rule, "slug: cart-full", "slug: cart-empty");
    }

    @Test
    void typesAreInTheOrderOfTheirStatuses() {
        holds(
                spec -> {
                    var order = types(spec).stream()
                            .map(type -> type.get("status").asInt())
                            .toList();
                    return order.equals(order.stream().sorted().toList()) ? List.of() : order;
                },
                "slug: stale, status: 412",
                "slug: stale, status: 414");
    }

    @Test
    void theDescriptionNamesEachTypeAfterItsStatus() {
        StyleRule rule = spec -> {
            var listed = types(spec).stream().map(ProblemStyleTest::name).toList();
            return described(spec).equals(listed) ? List.of() : List.of(described(spec), listed);
        };
        holds(rule, "            405 `method-not-allowed`;\n", "");
        holds(rule, "            413 `too-large`;\n", "            414 `too-large`;\n");
        holds(rule, "slug: cart-full", "slug: cart-heavy");
    }

    @Test
    void examplesHaveTheStatusAndTheTitleOfTheirType() {
        StyleRule rule = spec -> objects(spec).values().stream()
                .map(node -> node.path("example"))
                .filter(example -> example.path("type").asString("").startsWith("/problems/"))
                .filter(example -> types(spec).stream().noneMatch(type -> isOf(type, example)))
                .toList();
        holds(rule, "/problems/stale", "/problems/staler");
        holds(rule, "slug: forbidden, status: 403", "slug: forbidden, status: 402");
        holds(rule, "slug: forbidden, status: 403, title: ", "slug: forbidden, status: 403, title: No ");
    }

    private static List<JsonNode> types(Spec spec) {
        return spec.root.get("x-problem-types").valueStream().toList();
    }

    private static String name(JsonNode type) {
        return type.get("status").asInt() + " " + type.get("slug").asString();
    }

    private static List<String> described(Spec spec) {
        var names = new ArrayList<String>();
        var words = STATUS_OR_SLUG.matcher(spec.at("/components/schemas/Problem/properties/type/description")
                .asString());
        var status = "";
        while (words.find()) {
            if (words.group(1) != null) {
                status = words.group(1);
            } else {
                names.add(status + " " + words.group(2));
            }
        }
        return names;
    }

    private static boolean isOf(JsonNode type, JsonNode example) {
        return example.get("type")
                        .asString()
                        .equals("/problems/" + type.get("slug").asString())
                && example.get("title").equals(type.get("title"))
                && example.get("status").equals(type.get("status"));
    }
}
