package shop.kontor.contract;

import static shop.kontor.problem.InvalidRequest.inBody;
import static shop.kontor.problem.InvalidRequest.shortened;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import shop.kontor.api.model.FieldError;
import shop.kontor.contract.Operation.Body;
import shop.kontor.problem.InvalidRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Validates the body of a request against its schema, and its references against the database. */
@Component
public class BodyCheck {

    private static final JsonMapper JSON = new JsonMapper();

    private final Contract contract;
    private final Map<String, References> references = new HashMap<>();

    BodyCheck(Contract contract, List<References> references) {
        this.contract = contract;
        references.forEach(some -> some.relations().forEach(relation -> this.references.put(relation, some)));
    }

    /**
     * The errors of a value that comes from elsewhere, if it were the body of a request.
     *
     * @param path of an operation, as the contract has it
     */
    public List<FieldError> check(String method, String path, Object value) {
        var faults = new ArrayList<FieldError>();
        var body = Objects.requireNonNull(contract.operation(method, path).body());
        check(JSON.<JsonNode>valueToTree(value), body, faults);
        return faults;
    }

    /**
     * Validates a body and adds its errors to the faults.
     *
     * @return its read-only members
     */
    Map<String, JsonNode> check(byte[] bytes, Body body, List<FieldError> faults) {
        if (bytes.length == 0) {
            if (body.required()) {
                faults.add(inBody("", "required", "is missing: send JSON"));
            }
            return Map.of();
        }
        var value = body.reader().read(bytes, faults);
        return value == null ? Map.of() : check(value, body, faults);
    }

    /** Validates the JSON of a body. */
    Map<String, JsonNode> check(JsonNode value, Body body, List<FieldError> faults) {
        var walk = new Walk(body.readBack());
        walk.visit(body.node(), value, "");
        var found = new ArrayList<>(walk.faults);
        body.schema().validate(value).stream()
                .map(SchemaErrors::fault)
                .forEach(fault -> found.add(inBody(fault.pointer(), fault.code(), fault.detail())));
        walk.referred.forEach((relation, pointers) -> found.addAll(unknown(relation, pointers)));
        faults.addAll(found);
        return walk.readBack;
    }

    private List<FieldError> unknown(String relation, Map<Long, List<String>> pointers) {
        var existing = Objects.requireNonNull(references.get(relation)).existing(relation, pointers.keySet());
        return pointers.entrySet().stream()
                .filter(entry -> !existing.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream()
                        .map(pointer -> inBody(
                                pointer,
                                "unknown_reference",
                                "%2$s has no row with id %1$d".formatted(entry.getKey(), relation))))
                .limit(InvalidRequest.MOST)
                .toList();
    }

    /** Walks a value along its schema, for rules that JSON Schema does not have or is too slow at. */
    private final class Walk {

        final List<FieldError> faults = new ArrayList<>();
        /** Pointers by relation and id. */
        final Map<String, Map<Long, List<String>>> referred = new LinkedHashMap<>();

        /** The read-only members in the body. */
        final Map<String, JsonNode> readBack = new LinkedHashMap<>();

        private final Set<String> readable;

        Walk(Set<String> readable) {
            this.readable = readable;
        }

        void visit(JsonNode schemaOrReference, JsonNode value, String pointer) {
            var schema = contract.resolve(schemaOrReference);
            if (!Measure.fits(schema, value)) {
                if (value.isNumber()) {
                    faults.add(inBody(pointer, "maximum", SchemaErrors.TOO_MANY_DIGITS));
                }
            } else if (value.isObject()) {
                visitUnknown(schema.path("properties"), value, pointer);
                schema.path("properties").properties().forEach(property -> {
                    if (value.has(property.getKey())) {
                        visit(property.getValue(), value.get(property.getKey()), pointer + "/" + property.getKey());
                    }
                });
            } else if (value.isArray() && schema.has("items")) {
                for (int i = 0; i < value.size(); i++) {
                    visit(schema.get("items"), value.get(i), pointer + "/" + i);
                }
            } else if (value.isString() && hasHalfPair(value.asString())) {
                faults.add(inBody(pointer, "malformed", "contains half of a surrogate pair"));
            } else if (value.isIntegralNumber() && value.canConvertToLong() && schema.has("x-references")) {
                referred.computeIfAbsent(schema.get("x-references").asString(), relation -> new LinkedHashMap<>())
                        .computeIfAbsent(value.asLong(), id -> new ArrayList<>())
                        .add(pointer);
            }
        }

        private void visitUnknown(JsonNode known, JsonNode object, String pointer) {
            object.properties().forEach(member -> {
                var name = member.getKey();
                if (pointer.isEmpty() && readable.contains(name)) {
                    readBack.put(name, member.getValue());
                } else if (!known.has(name) && faults.size() < InvalidRequest.MOST) {
                    var at = pointer + "/" + shortened(name).replace("~", "~0").replace("/", "~1");
                    faults.add(inBody(at, "unknown_member", Suggestion.of(name, names(known))));
                }
            });
        }

        private static List<String> names(JsonNode properties) {
            return properties.properties().stream().map(Map.Entry::getKey).toList();
        }

        private static boolean hasHalfPair(String text) {
            return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        }
    }
}
