package shop.kontor.contract.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import shop.kontor.contract.check.Spec;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A rule of style that the contract keeps. */
public interface StyleRule {

    /** What breaks the rule; nothing if nothing. */
    public Collection<?> faults(Spec spec);

    /**
     * Holds the contract to the rule, and shows that the rule finds a fault where there is one.
     *
     * @param part stands in the contract
     * @param spoilt breaks the rule if it stands there instead
     */
    public static void holds(StyleRule rule, String part, String spoilt) {
        try {
            var text = Files.readString(Spec.FILE);
            assertThat(text).contains(part);
            holds(rule, new YAMLMapper().readTree(text.replace(part, spoilt)), spoilt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Holds the contract to the rule, and shows that the rule finds a fault where there is one.
     *
     * @param member a pointer to a member of the contract
     * @param spoilt breaks the rule if it is that member's value; null takes the member away
     */
    public static void holdsUnless(StyleRule rule, String member, @Nullable String spoilt) {
        var broken = Spec.INSTANCE.root.deepCopy();
        var pointer = JsonPointer.compile(member);
        assertThat(broken.at(pointer).isMissingNode()).as(member).isFalse();
        var parent = (ObjectNode) broken.at(pointer.head());
        var name = pointer.last().getMatchingProperty();
        if (spoilt == null) {
            parent.remove(name);
        } else {
            parent.put(name, spoilt);
        }
        holds(rule, broken, member + ": " + spoilt);
    }

    private static void holds(StyleRule rule, JsonNode broken, String fault) {
        assertThat(rule.faults(Spec.INSTANCE)).isEmpty();
        assertThat(rule.faults(new Spec(broken))).as("with \"%s\"", fault).isNotEmpty();
    }

    /** Every object in the file that is no example, by its pointer. */
    public static Map<String, JsonNode> objects(Spec spec) {
        var found = new LinkedHashMap<String, JsonNode>();
        collect("", spec.root, found);
        return found;
    }

    private static void collect(String at, JsonNode node, Map<String, JsonNode> found) {
        if (node.isObject()) {
            found.put(at, node);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(at + "/" + i, node.get(i), found);
        }
        node.properties().stream()
                .filter(member -> !member.getKey().equals("example"))
                .forEach(member -> collect(at + "/" + member.getKey().replace("/", "~1"), member.getValue(), found));
    }
}
