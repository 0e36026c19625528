package shop.kontor.contract.check;

import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Takes listed additions out of the contract, so that what is left can be compared with the contract of the last release. */
final class Additions {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern ADDITION = Pattern.compile("(/.+)/(enum|properties)/([^/]+)");

    private final JsonNode released;
    private final JsonNode contract;

    Additions(JsonNode released, JsonNode contract) {
        this.released = released;
        this.contract = contract.deepCopy();
    }

    /** Takes the files of the released contract, of the contract, and of the list, and the one to write. */
    public static void main(String... files) {
        var additions = new Additions(read(files[0]), read(files[1]));
        YAML.writeValue(Path.of(files[3]), additions.without(read(files[2])));
    }

    private static JsonNode read(String file) {
        return YAML.readTree(Path.of(file));
    }

    /**
     * The contract without what a list names.
     *
     * @throws IllegalArgumentException if one of them is no addition that a client need not know of
     */
    JsonNode without(JsonNode list) {
        list.forEach(entry -> remove(entry.asString()));
        return contract;
    }

    private void remove(String entry) {
        var addition = ADDITION.matcher(entry);
        if (!addition.matches()) {
            throw new IllegalArgumentException(entry + " is neither a value of an enum nor a member");
        }
        var schema = addition.group(1);
        var name = addition.group(3);
        var before = released.at(schema).path(addition.group(2));
        var now = contract.at(schema).path(addition.group(2));
        if (now instanceof ArrayNode values && before.isArray() && contains(values, name) && !contains(before, name)) {
            values.removeIf(value -> isText(value, name));
        } else if (now instanceof ObjectNode members && before.isObject() && members.has(name) && !before.has(name)) {
            if (contains(contract.at(schema).path("required"), name)) {
                throw new IllegalArgumentException(entry + " is required");
            }
            members.remove(name);
        } else {
            throw new IllegalArgumentException(entry + " is no addition to what is released");
        }
    }

    private static boolean contains(JsonNode values, String text) {
        return values.valueStream().anyMatch(value -> isText(value, text));
    }

    private static boolean isText(JsonNode value, String text) {
        return value.asString("").equals(text);
    }
}
