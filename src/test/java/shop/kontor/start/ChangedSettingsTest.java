package shop.kontor.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A server that starts again with other settings leaves the orders of before as they are, to the byte. */
class ChangedSettingsTest extends ProcessTest {

    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `([\\w.-]+)` \\|");

    /** They name a shop's place; on another one there is no order from before. */
    private static final Set<String> PLACES =
            Set.of("PORT", "DB_NAME", "DB_USER", "DB_PASSWORD", "DB_PW", "DB_HOST", "DB_PORT", "KONTOR_DATA");

    private static final String PASSWORD = "a phrase of my own";

    private static final Map<String, String> BEFORE = Map.of("PORT", "0", "KONTOR_TAX_RATE", "7");

    private static final Map<String, String> AFTER = Map.ofEntries(
            Map.entry("PORT", "0"),
            Map.entry("HOST", "0.0.0.0"),
            Map.entry("KONTOR_SECRET", "a secret of the tests, 32 bytes and more"),
            Map.entry("KONTOR_SECRET_OLD", "the secret that the tests had before it"),
            Map.entry("KONTOR_CORS", "https://shop.example"),
            Map.entry("KONTOR_PROXIES", "10.0.0.2"),
            Map.entry("KONTOR_DRAIN_SECONDS", "1"),
            Map.entry("KONTOR_MANAGER_EMAIL", "owner@example.com"),
            Map.entry("KONTOR_MANAGER_PASSWORD", PASSWORD),
            Map.entry("KONTOR_SHIPPING", "required"),
            Map.entry("KONTOR_TAX_RATE", "19"),
            Map.entry("KONTOR_LOG", "json"),
            Map.entry("KONTOR_LOG_REQUESTS", "true"),
            Map.entry("KONTOR_METRICS_PORT", "0"),
            Map.entry("KONTOR_METRICS_HOST", "localhost"));

    private static final Map<String, String> ARGUMENTS = Map.of(
            "kontor.logging.slow-statement", "1h",
            "kontor.sign-in.attempts-per-account", "9",
            "kontor.sign-in.attempts-per-address", "99",
            "kontor.registration.attempts-per-address", "299",
            "kontor.customer.unpaid-orders", "2",
            "kontor.customer.orders-per-day", "2",
            "kontor.customer.keys-per-day", "2");

    @Test
    void changesEverySettingThatThereIs() throws IOException {
        var changed = new TreeMap<>(AFTER);
        changed.putAll(ARGUMENTS);
        changed.putAll(PLACES.stream().collect(Collectors.toMap(name -> name, name -> "")));

        assertThat(changed.keySet())
                .isEqualTo(SETTING.matcher(Files.readString(Path.of(".github/SETTINGS.md")))
                        .results()
                        .map(row -> row.group(1))
                        .collect(Collectors.toSet()));
    }

    @Test
    void changesNoOrder() {
        var shop = start(folder("settings"), BEFORE);
        var product = id(shop, "/api/products", "{\"product_name\": \"Lamp\", \"price\": 10.7, \"stock\": 9}", "");
        var method = id(
                shop, "/api/shipping-methods", "{\"name\": \"Parcel\", \"price\": 5.35, \"countries\": [\"DE\"]}", "");
        var user = id(
                shop,
                "/api/users",
                "{\"name\": \"Ann\", \"email\": \"ann@example.com\", \"password\": \"correct horse battery\"}",
                "");
        var manager = shop.send("PUT", "/api/users/1", "{\"password\": \"%s\"}".formatted(PASSWORD));
        assertThat(manager.statusCode()).isEqualTo(200);
        var order = order(shop, user, product, method, "");
        var placed = shop.send("GET", order, null).body();
        assertThat(placed).contains("\"rate\":7", "\"total\":16.05", "\"tax\":1.05");
        shop.stop();

        var arguments = ARGUMENTS.entrySet().stream().map(argument -> "--" + argument);
        var changed = start(folder("settings"), AFTER, arguments.toArray(String[]::new));

        var token = token(changed);
        assertThat(changed.send("GET", order, null, token).body()).isEqualTo(placed);
        assertThat(changed.send("GET", order(changed, user, product, method, token), null, token)
                        .body())
                .contains("\"rate\":19", "\"total\":16.05", "\"tax\":2.56");
        assertThat(changed.send("GET", order, null, token).body()).isEqualTo(placed);
    }

    private static String token(KontorProcess shop) {
        var credentials = "{\"email\": \"manager@example.com\", \"password\": \"%s\"}".formatted(PASSWORD);
        var session = shop.send("POST", "/api/sessions", credentials).body();
        return session.replaceFirst(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    /** Where an order of one product is. */
    private static String order(KontorProcess shop, String user, String product, String method, String token) {
        var cart = "/api/users/%s/cart/items/%s".formatted(user, product);
        assertThat(shop.send("PUT", cart, "{\"quantity\": 1}", token).statusCode())
                .isEqualTo(200);
        var order = """
                {"shipping_method_id": %s, "email": "ann@example.com", "phone": "+49 30 1234567",
                 "ship_to": {"name": "Ann", "lines": ["Lane 1"], "postal_code": "10115", "city": "Berlin", "country": "DE"}}
                """.formatted(method);
        return "/api/orders/" + id(shop, "/api/users/%s/orders".formatted(user), order, token);
    }

    private static String id(KontorProcess shop, String path, String body, String token) {
        var created = shop.send("POST", path, body, token);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return created.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }
}
