package shop.kontor.contract.referees;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.stream.Stream;
import shop.kontor.contract.check.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends what tests ask a server by way of the referees, but for what no proxy that reads it passes on as it is. */
public final class Detour implements Filter {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What Prism has against more, it writes into a header that no longer fits. */
    private static final int MOST_BYTES = 200_000;

    private static final int MOST_ITEMS = 100;
    private static final int MOST_CHARACTERS = 1_000;

    private final int server;

    public Detour(int server) {
        this.server = server;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        if (Referees.areThere() && passes(request)) {
            request.baseUri("http://localhost:" + Referees.before(server));
        }
        return context.next(request, response);
    }

    /**
     * Operations of the contract only, for this host, with bodies that JavaScript can hold, and without lists in the form of
     * repeated parameters: the generated client writes them so, the server takes them, but the contract has commas. Lines of
     * one header do not pass a proxy as they are, either: it joins them.
     */
    private static boolean passes(FilterableRequestSpecification request) {
        try {
            var address = URI.create(request.getURI());
            Object body = request.getBody();
            return Spec.INSTANCE
                            .operation(request.getMethod(), address.getPath())
                            .isPresent()
                    && !request.getHeaders().hasHeaderWithName("Host")
                    && request.getHeaders().asList().stream()
                            .map(header -> header.getName().toLowerCase(Locale.ROOT))
                            .allMatch(new HashSet<>()::add)
                    && hasEachNameOnce(address.getRawQuery())
                    && (body == null || isHeldByJavaScript(body));
        } catch (IllegalArgumentException e) {
            return false; // not an address
        }
    }

    private static boolean hasEachNameOnce(String query) {
        return query == null
                || query.length() <= MOST_CHARACTERS
                        && Stream.of(query.split("&"))
                                .map(parameter -> parameter.replaceFirst("=.*", ""))
                                .allMatch(new HashSet<>()::add);
    }

    private static boolean isHeldByJavaScript(Object body) {
        try {
            var bytes = body instanceof byte[] b ? b : body.toString().getBytes(UTF_8);
            var value = JSON.readTree(bytes);
            return bytes.length <= MOST_BYTES && value.isContainer() && isHeld(value);
        } catch (JacksonException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean isHeld(JsonNode value) {
        return value.isNumber()
                ? Double.isFinite(value.doubleValue())
                        && new BigDecimal(Double.toString(value.doubleValue())).compareTo(value.decimalValue()) == 0
                : (value.isObject() || value.size() <= MOST_ITEMS)
                        && value.propertyStream()
                                .allMatch(member -> member.getKey().length() <= MOST_CHARACTERS)
                        && isAscii(value.path("email").asString(""))
                        && value.valueStream().allMatch(Detour::isHeld);
    }

    /** Prism knows no internationalized addresses, those of RFC 6531. */
    private static boolean isAscii(String address) {
        return address.chars().allMatch(character -> character < 0x80);
    }
}
