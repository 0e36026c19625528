package shop.kontor.insomnia;

import java.nio.file.Path;
import java.util.Locale;
import shop.kontor.contract.check.Spec;
import shop.kontor.contract.check.Spec.Operation;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The contract as requests to click on, in order: a folder a tag and a request an operation, for Insomnia to import. */
public final class InsomniaCollection {

    /** As it is kept in git. */
    public static final Path FILE = Path.of("insomnia-collection.json");

    private static final ObjectWriter WRITER = new JsonMapper()
            .writer()
            .with(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final Spec spec;
    private final ArrayNode resources = JsonNodeFactory.instance.arrayNode();

    InsomniaCollection(Spec spec) {
        this.spec = spec;
        var info = spec.root.get("info");
        resource("workspace", "__WORKSPACE_ID__", null, info.get("title").asString())
                .put("scope", "collection")
                .set("description", info.get("description"));
        resource("environment", "__BASE_ENVIRONMENT_ID__", "__WORKSPACE_ID__", "Base Environment")
                .set("data", variables());
        spec.root.get("tags").forEach(this::folder);
        ClickingOrder.of(spec).forEach(this::request);
    }

    /** The text of the file, in export format 4. */
    public String json() {
        var export = JsonNodeFactory.instance
                .objectNode()
                .put("_type", "export")
                .put("__export_format", 4)
                .put("__export_source", "kontor")
                .set("resources", resources);
        return WRITER.writeValueAsString(export) + "\n";
    }

    /** What the scripts set; at first, the new rows are rows of the demo data. */
    private ObjectNode variables() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("base_url", spec.root.at("/servers/0/url").asString())
                .put("token", "")
                .put("session_id", 1)
                .put("user_id", 1)
                .put("new_user_id", 2)
                .put("new_category_id", 2)
                .put("new_product_id", 2)
                .put("new_tag_id", 2)
                .put("new_shipping_method_id", 2)
                .put("new_order_id", 1)
                .put("new_order_total", 34.88);
    }

    private void folder(JsonNode tag) {
        var name = tag.get("name").asString();
        resource("request_group", "fld_" + name, "__WORKSPACE_ID__", name)
                .put("metaSortKey", resources.size())
                .set("description", tag.get("description"));
    }

    private void request(Operation operation) {
        var node = operation.node();
        var request = resource(
                        "request",
                        "req_" + operation.id(),
                        ClickingOrder.folder(operation),
                        node.get("summary").asString())
                .put("metaSortKey", resources.size())
                .put("method", operation.method())
                .put("url", "{{ _.base_url }}" + operation.path().replaceAll("\\{(\\w+)}", ":$1"));
        request.set("description", node.get("description"));
        var authentication = request.putObject("authentication");
        if (!node.path("security").isArray() || !node.get("security").isEmpty()) {
            authentication.put("type", "bearer").put("token", "{{ _.token }}");
        }
        var body = request.putObject("body");
        var headers = request.putArray("headers");
        if (node.has("requestBody")) {
            var schema = spec.at(operation.at() + "/requestBody/content/application~1json/schema");
            body.put("mimeType", "application/json").put("text", text(operation, schema.get("example")));
            headers.addObject().put("name", "Content-Type").put("value", "application/json");
        }
        parameters(operation, request.putArray("pathParameters"), request.putArray("parameters"), headers);
        request.put("afterResponseScript", afterResponse(operation));
    }

    /** The example of the contract; what is paid is the total of the order that the collection placed. */
    private static String text(Operation operation, JsonNode example) {
        var text = WRITER.writeValueAsString(example);
        return operation.id().equals("createPayment")
                ? text.replaceFirst("(?<=\"amount\": )[0-9.]+", "{{ _.new_order_total }}")
                : text;
    }

    private void parameters(Operation operation, ArrayNode path, ArrayNode query, ArrayNode headers) {
        for (var parameter : spec.parameters(operation)) {
            var name = parameter.get("name").asString();
            switch (parameter.get("in").asString()) {
                case "path" -> path.addObject().put("name", name).put("value", row(operation, name));
                case "query" -> optional(query.addObject(), parameter);
                default -> optional(headers.addObject(), parameter);
            }
        }
    }

    /** Which row a request is about: one of the demo data, or one that the collection made if it is to go again. */
    private static String row(Operation operation, String parameter) {
        return switch (operation.id()) {
            case "signOut" -> "{{ _.session_id }}";
            case "updateUser", "deleteUser" -> "{{ _.new_user_id }}";
            case "updateCategory", "deleteCategory" -> "{{ _.new_category_id }}";
            case "deleteProduct" -> "{{ _.new_product_id }}";
            case "updateTag", "deleteTag" -> "{{ _.new_tag_id }}";
            case "updateShippingMethod", "deleteShippingMethod" -> "{{ _.new_shipping_method_id }}";
            case "getOrder",
                    "setOrderStatus",
                    "listPaymentsOfOrder",
                    "createPayment",
                    "listRefundsOfOrder",
                    "createRefund" -> "{{ _.new_order_id }}";
            default ->
                parameter.equals("user_id") ? "{{ _.user_id }}" : operation.id().equals("removeCartItem") ? "2" : "1";
        };
    }

    /** Switched off, with a value to begin with where the contract has one. */
    private void optional(ObjectNode entry, JsonNode parameter) {
        var schema = spec.resolve(parameter.get("schema"));
        entry.put("name", parameter.get("name").asString())
                .put(
                        "value",
                        schema.path("example").asString(schema.path("default").asString("")))
                .put("disabled", true)
                .set("description", parameter.get("description"));
    }

    /** Keeps what later requests need of a 201: the token and its session, or the number of the new row. */
    private static String afterResponse(Operation operation) {
        var created = operation.node().at("/responses/201");
        var schema = created.at("/content/application~1json/schema/$ref").asString();
        var row = schema.substring(schema.lastIndexOf('/') + 1)
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
        return switch (operation.id()) {
            case "signIn" ->
                onceCreated(set("token", "access_token"), set("session_id", "id"), set("user_id", "user.id"));
            case "placeOrder" -> onceCreated(set("new_order_id", "id"), set("new_order_total", "total"));
            case "signOut" -> "if (insomnia.response.code === 204) insomnia.environment.set('token', '');\n";
            default -> created.at("/headers/Location").isObject() ? onceCreated(set("new_" + row + "_id", "id")) : "";
        };
    }

    private static String onceCreated(String... steps) {
        return "if (insomnia.response.code === 201) {\n" + String.join("", steps) + "}\n";
    }

    private static String set(String variable, String member) {
        return "  insomnia.environment.set('%s', insomnia.response.json().%s);\n".formatted(variable, member);
    }

    private ObjectNode resource(String type, String id, String parent, String name) {
        return resources
                .addObject()
                .put("_type", type)
                .put("_id", id)
                .put("parentId", parent)
                .put("name", name);
    }
}
