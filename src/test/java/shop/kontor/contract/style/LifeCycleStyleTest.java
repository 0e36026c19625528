package shop.kontor.contract.style;

import static shop.kontor.contract.style.StyleRule.holds;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Holds the contract's table of an order's transitions to the statuses and roles that there are, and prose to the table. */
class LifeCycleStyleTest {

    @Test
    void everyStatusOfAnOrderIsReachedByTheTransitions() {
        StyleRule rule = spec -> {
            var statuses = texts(spec.at("/components/schemas/OrderStatus/enum"));
            var roles = texts(spec.at("/components/schemas/Role/enum"));
            var reached = new LinkedHashSet<>(statuses.subList(0, 1));
            var faults = new ArrayList<String>();
            for (var row : spec.root.get("x-transitions")) {
                var isKnown = reached.contains(text(row, "from"))
                        && statuses.contains(text(row, "to"))
                        && roles.contains(text(row, "role"));
                reached.add(text(row, "to"));
                if (!isKnown) {
                    faults.add(row.toString());
                }
            }
            statuses.stream().filter(status -> !reached.contains(status)).forEach(faults::add);
            return faults;
        };
        holds(rule, "  - { from: shipped, to: delivered, role: manager }\n", "");
        holds(rule, "from: shipped, to: delivered, role: manager", "from: shipped, to: delivered, role: carrier");
        holds(rule, "from: shipped, to: delivered", "from: sent, to: delivered");
        holds(rule, "from: shipped, to: delivered", "from: shipped, to: received");
    }

    @Test
    void theDescriptionListsTheTransitions() {
        StyleRule rule = spec -> {
            var listed = spec.root
                    .get("x-transitions")
                    .valueStream()
                    .map(row -> "* `%s` to `%s`: %s".formatted(text(row, "from"), text(row, "to"), text(row, "role")))
                    .toList();
            var described = spec.operations.stream()
                    .filter(o -> o.id().equals("setOrderStatus"))
                    .flatMap(o -> text(o.node(), "description").lines())
                    .filter(line -> line.startsWith("* "))
                    .toList();
            return described.equals(listed) ? List.of() : described;
        };
        holds(rule, "        * `paid` to `cancelled`: customer\n", "");
        holds(rule, "{ from: shipped, to: delivered, role: manager }", "{ from: paid, to: delivered, role: manager }");
        holds(rule, "`shipped` to `delivered`: manager", "`shipped` to `delivered`: customer");
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("");
    }

    private static List<String> texts(JsonNode values) {
        return values.valueStream().map(JsonNode::asString).toList();
    }
}
