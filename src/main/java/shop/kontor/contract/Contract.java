package shop.kontor.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import shop.kontor.api.model.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What {@code openapi.yaml} asks of a request, ready to be checked. */
@Component
public class Contract {

    /** Where the build puts the hand-written file; it is served from there as well. */
    static final String FILE = "static/openapi.yaml";

    private static final String URN = "urn:contract";

    /**
     * A query, path or header parameter.
     *
     * @param type of JSON Schema
     * @param itemType of its items if it is an array, else empty
     * @param schema what its value must be
     */
    public record Parameter(String name, String in, boolean required, String type, String itemType, Schema schema) {

        boolean isArray() {
            return type.equals("array");
        }
    }

    /**
     * What goes with one method at one path.
     *
     * @param isOpen whether it is for everybody, known or not
     * @param role who may do it if it is not open; for a customer it is about the own things
     * @param body null if it takes none
     */
    public record Operation(boolean isOpen, Role role, List<Parameter> parameters, Body body) {}

    /**
     * The body of a request.
     *
     * @param schema what its value must be
     * @param node the same, as it stands in the file
     */
    public record Body(boolean required, Schema schema, JsonNode node) {}

    private final Map<String, Operation> operations = new HashMap<>();
    private final JsonNode root;
    private final SchemaRegistry registry;

    Contract() throws IOException {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            root = new YAMLMapper().readTree(file);
        }
        root.findParents("x-decimals").forEach(number -> {
            var decimals = number.get("x-decimals").asInt();
            ((ObjectNode) number).put("multipleOf", BigDecimal.ONE.movePointLeft(decimals));
        });
        registry = SchemaRegistry.withDefaultDialect(
                Dialects.getOpenApi30(),
                builder -> builder.schemas(Map.of(URN, root.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .errorMessageKeyword("x-messages")
                                .formatAssertionsEnabled(true)
                                .build()));
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var at = "/paths/" + escape(path.getKey()) + "/" + operation.getKey();
                    if (operation.getValue().has("operationId")) {
                        operations.put(
                                operation.getKey().toUpperCase() + " " + path.getKey(), operation(at, path.getValue()));
                    }
                }));
    }

    /** The operation that Spring has found for a request; null if the contract has none there. */
    public Operation operation(HttpServletRequest request) {
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return operations.get(method + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    /** A schema with its {@code $ref} followed. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(root.at(node.get("$ref").asString().substring(1))) : node;
    }

    private Operation operation(String at, JsonNode path) {
        var parameters = new ArrayList<Parameter>();
        var shared = at.substring(0, at.lastIndexOf('/')) + "/parameters/";
        for (int i = 0; i < path.path("parameters").size(); i++) {
            parameters.add(parameter(shared + i));
        }
        for (int i = 0; i < root.at(at + "/parameters").size(); i++) {
            parameters.add(parameter(at + "/parameters/" + i));
        }
        var body = root.at(at + "/requestBody");
        var schema = at + "/requestBody/content/application~1json/schema";
        var node = root.at(at);
        return new Operation(
                node.path("security").isArray() && node.get("security").isEmpty(),
                Role.fromValue(node.path("x-required-role").asString("customer")),
                List.copyOf(parameters),
                body.isMissingNode()
                        ? null
                        : new Body(body.path("required").asBoolean(false), schema(schema), root.at(schema)));
    }

    private Parameter parameter(String at) {
        var reference = root.at(at).path("$ref");
        if (reference.isString()) {
            return parameter(reference.asString().substring(1));
        }
        var node = root.at(at);
        var type = resolve(node.get("schema"));
        return new Parameter(
                node.get("name").asString(),
                node.get("in").asString(),
                node.path("required").asBoolean(false),
                type.path("type").asString(),
                resolve(type.path("items")).path("type").asString(""),
                schema(at + "/schema"));
    }

    private Schema schema(String at) {
        var pointer = at.replace("{", "%7B").replace("}", "%7D");
        return registry.getSchema(SchemaLocation.of(URN + "#" + pointer));
    }

    private static String escape(String path) {
        return path.replace("~", "~0").replace("/", "~1");
    }
}
