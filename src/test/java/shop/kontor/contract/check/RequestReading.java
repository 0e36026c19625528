package shop.kontor.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.http.Headers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import shop.kontor.contract.check.Spec.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/** Compares a request with what the contract says of it, by another reading than the server's. */
public final class RequestReading {

    private final Spec spec;

    RequestReading(Spec spec) {
        this.spec = spec;
    }

    /** A request as it went over the wire; the body as text or bytes, null if it has none. */
    public record Sent(URI uri, Headers headers, Object body) {

        Map<String, List<String>> query() {
            if (uri.getRawQuery() == null) {
                return Map.of();
            }
            return Stream.of(uri.getRawQuery().split("&"))
                    .map(pair -> (pair + "=").split("=", 3))
                    .collect(Collectors.groupingBy(
                            pair -> URLDecoder.decode(pair[0], UTF_8),
                            LinkedHashMap::new,
                            Collectors.mapping(pair -> URLDecoder.decode(pair[1], UTF_8), Collectors.toList())));
        }
    }

    /** Names of the declared parameters that the request uses. */
    public Set<String> parameters(Operation operation, Sent sent) {
        return spec.parameters(operation).stream()
                .filter(parameter -> !values(operation, parameter, sent).isEmpty())
                .map(parameter -> parameter.get("name").asString())
                .collect(Collectors.toSet());
    }

    /** What the contract does not allow. */
    public List<String> faults(Operation operation, Sent sent) {
        var faults = new ArrayList<String>();
        var declared = spec.parameters(operation);
        sent.query().keySet().stream()
                .filter(name -> declared.stream()
                        .noneMatch(p -> p.get("name").asString().equals(name)))
                .forEach(name -> faults.add("parameter " + name + " is not declared"));
        for (var parameter : declared) {
            var values = values(operation, parameter, sent);
            var schema = spec.resolve(parameter.get("schema"));
            if (!values.isEmpty()) {
                spec.validateNode(parameter.get("schema"), value(schema, values))
                        .forEach(fault ->
                                faults.add("parameter " + parameter.get("name").asString() + fault));
            }
        }
        var body = operation.node().path("requestBody");
        if (body.path("required").asBoolean(false) || body.isObject() && sent.body() != null) {
            var at = operation.at() + "/requestBody/content/application~1json/schema";
            spec.validate(at, Spec.json(bytes(sent.body()))).forEach(fault -> faults.add("its body " + fault));
        }
        return faults;
    }

    private static byte[] bytes(Object body) {
        return body instanceof byte[] bytes ? bytes : String.valueOf(body).getBytes(UTF_8);
    }

    private List<String> values(Operation operation, JsonNode parameter, Sent sent) {
        var name = parameter.get("name").asString();
        return switch (parameter.get("in").asString()) {
            case "query" -> sent.query().getOrDefault(name, List.of());
            case "header" -> sent.headers().getValues(name);
            default -> List.of(segment(operation.path(), sent.uri().getPath(), name));
        };
    }

    private static String segment(String template, String path, String name) {
        var names = List.of(template.split("/"));
        return path.split("/")[names.indexOf("{" + name + "}")];
    }

    private JsonNode value(JsonNode schema, List<String> values) {
        if (!schema.path("type").asString().equals("array")) {
            return scalar(schema, values.get(0));
        }
        var array = JsonNodeFactory.instance.arrayNode();
        var items = spec.resolve(schema.get("items"));
        values.forEach(list -> Stream.of(list.split(",")).forEach(item -> array.add(scalar(items, item))));
        return array;
    }

    private static JsonNode scalar(JsonNode schema, String text) {
        try {
            return switch (schema.path("type").asString()) {
                case "integer" -> BigIntegerNode.valueOf(new BigInteger(text));
                case "number" -> DecimalNode.valueOf(new BigDecimal(text));
                case "boolean" -> BooleanNode.valueOf(Boolean.parseBoolean(text));
                default -> StringNode.valueOf(text);
            };
        } catch (NumberFormatException e) {
            return StringNode.valueOf(text);
        }
    }
}
