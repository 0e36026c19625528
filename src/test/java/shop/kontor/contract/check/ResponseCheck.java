package shop.kontor.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import shop.kontor.contract.check.Spec.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.StringNode;

/** Compares one answer with what the contract says of it. */
public final class ResponseCheck {

    private final Spec spec;

    public ResponseCheck(Spec spec) {
        this.spec = spec;
    }

    /**
     * An answer as it came over the wire.
     *
     * @param headers by name, the first value of each
     */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public Answer {
            var caseless = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            caseless.putAll(headers);
            headers = caseless;
        }

        String mediaType() {
            return headers.getOrDefault("Content-Type", "")
                    .replaceFirst(";.*", "")
                    .strip();
        }
    }

    /**
     * Where the contract declares the answer: under its status, or else under {@code default}; null if nowhere. A problem
     * that other operations declare under its status is not for {@code default}.
     */
    public String declaredAs(Operation operation, Answer answer) {
        var responses = operation.node().get("responses");
        var status = Integer.toString(answer.status());
        if (responses.has(status)) {
            return status;
        }
        var isOfOthers = spec.operations.stream()
                .map(other -> other.node().get("responses").path(status))
                .map(response -> spec.resolve(response).at("/content/application~1problem+json/example/type"))
                .anyMatch(type -> type.isString() && new String(answer.body(), UTF_8).contains(type.toString()));
        return answer.status() >= 400 && responses.has("default") && !isOfOthers ? "default" : null;
    }

    /** What the answer has that the contract does not declare, or lacks that it requires. */
    public List<String> faults(Operation operation, Answer answer) {
        var declaredAs = declaredAs(operation, answer);
        if (declaredAs == null) {
            return List.of("status " + answer.status() + " is not declared");
        }
        var faults = new ArrayList<String>();
        var at = spec.follow(operation.at() + "/responses/" + declaredAs);
        checkHeaders(at, answer, faults);
        checkBody(at, answer, faults);
        return faults;
    }

    private void checkHeaders(String at, Answer answer, List<String> faults) {
        var declared = spec.at(at).path("headers");
        for (var name : spec.headers()) {
            var value = answer.headers().get(name);
            if (!declared.has(name)) {
                if (value != null && !isOfEveryAnswer(name, answer)) {
                    faults.add("header " + name + " is not declared here");
                }
                continue;
            }
            var header = spec.follow(at + "/headers/" + name);
            if (value != null) {
                var node =
                        spec.at(header + "/schema").path("type").asString().equals("integer") && value.matches("-?\\d+")
                                ? BigIntegerNode.valueOf(new java.math.BigInteger(value))
                                : StringNode.valueOf(value);
                spec.validate(header + "/schema", node).forEach(fault -> faults.add("header " + name + fault));
            } else if (spec.at(header).path("required").asBoolean(false)) {
                faults.add("header " + name + " is missing");
            }
        }
    }

    /** Under {@code default} anything may go wrong, and say when to try again. */
    private static boolean isOfEveryAnswer(String name, Answer answer) {
        return name.equals("Retry-After") && answer.status() == 503;
    }

    private void checkBody(String at, Answer answer, List<String> faults) {
        var content = spec.at(at).path("content");
        if (content.isEmpty()) {
            if (answer.body().length > 0) {
                faults.add("a body is not declared");
            }
            return;
        }
        if (!content.has(answer.mediaType())) {
            faults.add("media type '" + answer.mediaType() + "' is not declared");
            return;
        }
        JsonNode body;
        try {
            body = Spec.json(answer.body());
        } catch (RuntimeException e) {
            faults.add("the body is not JSON");
            return;
        }
        var schema = spec.follow(at + "/content/" + answer.mediaType().replace("/", "~1") + "/schema");
        faults.addAll(spec.validate(schema, body));
        spec.undeclared(spec.at(schema), body, "")
                .forEach(member -> faults.add("member " + member + " is not declared"));
    }
}
