package shop.kontor.contract.check;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contract as it stands in the file, for tests: nothing of the server's own reading of it is used. */
public final class Spec {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    public static final Path FILE = Path.of("openapi.yaml");
    public static final Spec INSTANCE = new Spec(new YAMLMapper().readTree(FILE.toFile()));

    /** One method at one path; {@code at} points to it in the file, and {@code template} matches the paths. */
    public record Operation(String id, String method, String path, Pattern template, String at, JsonNode node) {

        @Override
        public String toString() {
            return id;
        }

        boolean matches(String requestMethod, String requestPath) {
            return method.equals(requestMethod) && template.matcher(requestPath).matches();
        }

        private static Pattern template(String path) {
            return Pattern.compile(Pattern.quote(path).replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q"));
        }
    }

    public final JsonNode root;
    public final List<Operation> operations = new ArrayList<>();
    private final SchemaRegistry registry;
    private final Set<String> headers = new LinkedHashSet<>();
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();

    public Spec(JsonNode root) {
        this.root = root;
        registry = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi30(),
                builder -> builder.schemas(Map.of("urn:contract", withDecimals(root)))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(new Operation(
                                method.getValue().path("operationId").asString(""),
                                method.getKey().toUpperCase(),
                                path.getKey(),
                                Operation.template(path.getKey()),
                                "/paths/" + path.getKey().replace("/", "~1") + "/" + method.getKey(),
                                method.getValue()));
                    }
                }));
        operations.forEach(operation -> operation
                .node()
                .path("responses")
                .properties()
                .forEach(response -> resolve(response.getValue())
                        .path("headers")
                        .propertyNames()
                        .forEach(headers::add)));
    }

    /** The contract with a rule of JSON Schema where it says how many decimals a number has. */
    private static String withDecimals(JsonNode root) {
        return root.toString().replaceAll("\"x-decimals\":2\\b", "\"multipleOf\":0.01");
    }

    public Optional<Operation> operation(String method, String path) {
        return operations.stream().filter(o -> o.matches(method, path)).findFirst();
    }

    /** A pointer into the file, with every {@code $ref} on the way followed. */
    public String follow(String pointer) {
        var reference = root.at(pointer).path("$ref");
        return reference.isString() ? follow(reference.asString().substring(1)) : pointer;
    }

    public JsonNode at(String pointer) {
        return root.at(follow(pointer));
    }

    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(root.at(node.get("$ref").asString().substring(1))) : node;
    }

    /** The parameters of an operation, its path's included. */
    public List<JsonNode> parameters(Operation operation) {
        var all = new ArrayList<JsonNode>();
        root.at(operation.at().substring(0, operation.at().lastIndexOf('/')) + "/parameters")
                .forEach(parameter -> all.add(resolve(parameter)));
        operation.node().path("parameters").forEach(parameter -> all.add(resolve(parameter)));
        return all;
    }

    /** What is wrong with a value; empty if it is as its schema says. */
    public List<String> validate(String schemaPointer, JsonNode value) {
        var pointer = schemaPointer.replace("{", "%7B").replace("}", "%7D");
        return registry.getSchema(SchemaLocation.of("urn:contract#" + pointer)).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /** The same for a schema that stands in the file, wherever. */
    public List<String> validateNode(JsonNode schema, JsonNode value) {
        return schema.has("$ref")
                ? validate(schema.get("$ref").asString().substring(1), value)
                : compiled.computeIfAbsent(schema, node -> registry.getSchema(absolute(node))).validate(value).stream()
                        .map(Error::toString)
                        .toList();
    }

    /** The schema with its references leading into the file. */
    private static JsonNode absolute(JsonNode schema) {
        return json(schema.toString()
                .replace("\"#/", "\"urn:contract#/")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Members of objects that no schema declares, as pointers. */
    public List<String> undeclared(JsonNode schema, JsonNode value, String pointer) {
        var found = new ArrayList<String>();
        if (value.isArray()) {
            var items = resolve(schema).path("items");
            for (int i = 0; i < value.size(); i++) {
                found.addAll(undeclared(items, value.get(i), pointer + "/" + i));
            }
        } else if (value.isObject()) {
            value.properties().forEach(member -> {
                var declared = resolve(schema).path("properties").get(member.getKey());
                if (declared == null) {
                    found.add(pointer + "/" + member.getKey());
                } else {
                    found.addAll(undeclared(declared, member.getValue(), pointer + "/" + member.getKey()));
                }
            });
        }
        return found;
    }

    /** Names of all response headers that the contract defines somewhere. */
    public Set<String> headers() {
        return headers;
    }

    public static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (tools.jackson.core.JacksonException e) {
            throw new UncheckedIOException(new IOException("not JSON", e));
        }
    }
}
