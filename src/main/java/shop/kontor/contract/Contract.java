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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;
import shop.kontor.api.model.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The operations of {@code openapi.yaml}, with their compiled schemas. */
@Component
public class Contract {

    /** The contract on the class path, from where it is also served. */
    static final String FILE = "static/openapi.yaml";

    private static final String URN = "urn:contract";

    private static final SchemaRegistryConfig CONFIGURATION = SchemaRegistryConfig.builder()
            .errorMessageKeyword("x-messages")
            .formatAssertionsEnabled(true)
            .preloadSchema(false)
            .build();

    private final List<Operation> operations = new ArrayList<>();
    private final Map<Shape, List<Operation>> byShape;
    private final JsonNode root;
    private final Schema document;

    Contract() throws IOException {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            root = new YAMLMapper().readTree(file);
        }
        root.findParents("x-decimals").forEach(number -> {
            var decimals = number.get("x-decimals").asInt();
            ((ObjectNode) number).put("multipleOf", BigDecimal.ONE.movePointLeft(decimals));
        });
        document = SchemaRegistry.withDefaultDialect(
                        MeasuredKeyword.of(Dialects.getOpenApi30())
                                .format(new EmailAddress())
                                .format(new CountryCode())
                                .build(),
                        builder -> builder.schemaRegistryConfig(CONFIGURATION))
                .getSchema(SchemaLocation.of(URN), root);
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var at = "/paths/" + escape(path.getKey()) + "/" + operation.getKey();
                    if (operation.getValue().has("operationId")) {
                        operations.add(operation(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), at));
                    }
                }));
        operations.sort(Comparator.comparing(Operation::path));
        byShape = operations.stream().collect(Collectors.groupingBy(Shape::of));
    }

    /** The operation of a request, by the same patterns as Spring's; null if the contract has none. */
    public @Nullable Operation operation(HttpServletRequest request) {
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        var path = Operation.pathOf(request);
        return byShape.getOrDefault(Shape.of(method, path), List.of()).stream()
                .filter(operation -> operation.path().matches(path))
                .findFirst()
                .orElse(null);
    }

    /** What the few operations share whose patterns a request is compared with, which it is by each filter. */
    private record Shape(String method, int elements) {

        static Shape of(Operation operation) {
            return of(
                    operation.method(), PathContainer.parsePath(operation.path().getPatternString()));
        }

        static Shape of(String method, PathContainer path) {
            return new Shape(method, path.elements().size());
        }
    }

    /** The operation of a method and a path as the contract has it. */
    Operation operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.method().equals(method)
                        && operation.path().getPatternString().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** The methods that the path of a request has in the contract, and HEAD where it has GET; empty for unknown paths. */
    public Set<String> methods(HttpServletRequest request) {
        var path = Operation.pathOf(request);
        return operations.stream()
                .filter(operation -> operation.path().matches(path))
                .map(Operation::method)
                .flatMap(method -> method.equals("GET") ? Stream.of(method, "HEAD") : Stream.of(method))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<Operation> operations() {
        return operations;
    }

    /** A schema with its {@code $ref} followed. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(root.at(node.get("$ref").asString().substring(1))) : node;
    }

    private Operation operation(String method, String path, String at) {
        var parameters = Stream.of(at.substring(0, at.lastIndexOf('/')), at)
                .map(holder -> holder + "/parameters")
                .flatMap(list -> IntStream.range(0, root.at(list).size()).mapToObj(i -> parameter(list + "/" + i)))
                .toList();
        var body = root.at(at + "/requestBody");
        var node = root.at(at);
        return new Operation(
                node.get("operationId").asString(),
                method,
                PathPatternParser.defaultInstance.parse(path),
                isOpen(node.path("security")),
                takesToken(node.path("security")),
                role(node),
                node.has("x-owner") ? owner(node.get("x-owner")) : null,
                parameters,
                body.isMissingNode() ? null : body(at));
    }

    private Operation.Body body(String at) {
        var schema = at + "/requestBody/content/application~1json/schema";
        var answered = resolve(root.at(at + "/responses/200/content/application~1json/schema"));
        var readBack = root.at(at)
                .path("x-read-back")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        var size = readBack.stream()
                .map(name ->
                        JsonSize.member(this, name, answered.path("properties").path(name)))
                .reduce(JsonSize.of(this, root.at(schema)), JsonSize::plus);
        return new Operation.Body(
                root.at(at + "/requestBody").path("required").asBoolean(false),
                schema(schema),
                root.at(schema),
                readBack,
                size,
                new BodyReader(size));
    }

    private static Operation.Owner owner(JsonNode node) {
        return new Operation.Owner(
                node.path("parameter").asString(null), node.path("column").asString(null));
    }

    /** Whether one of the alternatives requires nothing. */
    private static boolean isOpen(JsonNode security) {
        return security.isArray()
                && (security.isEmpty() || security.valueStream().anyMatch(JsonNode::isEmpty));
    }

    /** Whether one of the alternatives requires a token, as it does where nothing is said. */
    private static boolean takesToken(JsonNode security) {
        return !security.isArray() || security.valueStream().anyMatch(alternative -> !alternative.isEmpty());
    }

    private static @Nullable Role role(JsonNode node) {
        return node.has("x-required-role")
                ? Role.fromValue(node.get("x-required-role").asString())
                : null;
    }

    private Operation.Parameter parameter(String at) {
        var reference = root.at(at).path("$ref");
        if (reference.isString()) {
            return parameter(reference.asString().substring(1));
        }
        var node = root.at(at);
        var type = resolve(node.get("schema"));
        return new Operation.Parameter(
                node.get("name").asString(),
                node.get("in").asString(),
                node.path("required").asBoolean(false),
                type.path("type").asString(),
                resolve(type.path("items")).path("type").asString(""),
                role(node),
                schema(at + "/schema"));
    }

    /** Compiles a part of the document: a registry that is asked for a location parses the file anew. */
    private Schema schema(String at) {
        var schema = document.getRefSchema(SchemaLocation.Fragment.of("#" + at));
        schema.initializeValidators();
        return schema;
    }

    private static String escape(String path) {
        return path.replace("~", "~0").replace("/", "~1");
    }
}
