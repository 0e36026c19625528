package shop.kontor.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import shop.kontor.contract.check.Spec;
import shop.kontor.contract.check.Spec.Operation;
import shop.kontor.contract.check.Values;
import tools.jackson.databind.node.StringNode;

/** Requests for the contract's operations, on rows that are not there, with something odd in them: bytes, numbers, JSON. */
public final class OddRequests {

    /** A request as it goes over the wire, in ISO-8859-1. */
    public record Odd(Operation operation, String text) {

        public byte[] bytes() {
            return text.getBytes(ISO_8859_1);
        }
    }

    private static final Pattern VALUE = Pattern.compile("(?<=:)[^,\\[\\]{}]+|(?<=\\[)[^,\\[\\]{}]+");

    private final Values values = new Values(Spec.INSTANCE);
    private final Random random;

    public OddRequests(long seed) {
        random = new Random(seed);
    }

    public Odd next() {
        var operation = any(Spec.INSTANCE.operations);
        var request = new StringBuilder(operation.method())
                .append(' ')
                .append(path(operation))
                .append(query(operation));
        request.append(" HTTP/1.1\r\nHost: localhost\r\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            request.append(any(OddValues.HEADERS))
                    .append(": ")
                    .append(utf8(any(OddValues.TEXTS)).replaceAll("[\0\u0001\u007f]", ""))
                    .append("\r\n");
        }
        var body = operation.node().has("requestBody") ? body(operation) : "";
        if (!body.isEmpty()) {
            request.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n");
        }
        return new Odd(operation, request.append("\r\n").append(body).toString());
    }

    /** Ids of rows that are not there, or one value that is none. */
    private String path(Operation operation) {
        return Pattern.compile("\\{\\w+}")
                .matcher(operation.path())
                .replaceAll(id -> random.nextInt(3) > 0 ? "999999999" : encoded(segment()));
    }

    private String segment() {
        var text = any(OddValues.TEXTS);
        return text.isEmpty() || text.equals("..") ? "x" : text;
    }

    private String query(Operation operation) {
        var names = Spec.INSTANCE.parameters(operation).stream()
                .filter(parameter -> parameter.get("in").asString().equals("query"))
                .map(parameter -> parameter.get("name").asString())
                .toList();
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> (names.isEmpty() || random.nextInt(4) == 0 ? encoded(any(OddValues.TEXTS)) : any(names))
                        + "=" + encoded(any(OddValues.TEXTS)))
                .collect(Collectors.joining("&", "?", ""));
    }

    private String body(Operation operation) {
        var schema = operation.node().at("/requestBody/content/application~1json/schema");
        var row = Spec.INSTANCE.resolve(schema);
        var good = row.has("items")
                ? "[" + values.allowed(row.get("items")) + "]"
                : values.allowed(row).toString();
        var text = utf8(good);
        var places = VALUE.matcher(text).results().toList();
        return switch (random.nextInt(6)) {
            case 0 -> any(OddValues.JSON);
            case 1 -> text.substring(0, random.nextInt(text.length() + 1));
            case 2 ->
                text.replaceFirst(
                        "\\{",
                        Matcher.quoteReplacement("{"
                                + utf8(StringNode.valueOf(any(OddValues.TEXTS)).toString()) + ": 1, "));
            case 3 -> {
                var at = random.nextInt(text.length() + 1);
                yield text.substring(0, at) + utf8(any(OddValues.TEXTS)) + text.substring(at);
            }
            default -> {
                if (places.isEmpty()) {
                    yield any(OddValues.JSON);
                }
                var place = any(places);
                yield text.substring(0, place.start()) + any(OddValues.JSON) + text.substring(place.end());
            }
        };
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Each byte of a text as one character. */
    private static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
