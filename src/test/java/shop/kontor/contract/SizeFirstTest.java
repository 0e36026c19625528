package shop.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.kontor.api.model.FieldError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Nothing looks at what is too long, and whatever looks at the rest takes time in proportion to its length. */
class SizeFirstTest {

    private static final Contract CONTRACT = contract();
    private static final JsonMapper JSON = new JsonMapper();

    /** They compare the length with the maximum. */
    private static final Set<String> MEASURES = Set.of("Measure", "MaxLengthValidator");

    /** What is repeated, and what stands at the end: where a regular expression fails, and begins again elsewhere. */
    private record Nasty(String unit, String end) {

        String text(int length) {
            return unit.repeat(length / unit.length()).substring(0, length / unit.length() * unit.length()) + end;
        }
    }

    private static final List<Nasty> NASTY = List.of(
            new Nasty("@", " "),
            new Nasty(" ", "\u0000"),
            new Nasty(" ", "x"),
            new Nasty(".", "!"),
            new Nasty("1", "x"),
            new Nasty("x", "\n"),
            new Nasty("a.", "@"),
            new Nasty("\ud83d\ude00", ""),
            new Nasty("\ud83d", ""),
            new Nasty("\"\", ", "x"),
            new Nasty("\"", "\\"),
            new Nasty("\\\"", ""),
            new Nasty("W/\"\",", " "));

    private static Contract contract() {
        try {
            return new Contract();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<Text> texts() {
        return Text.all(CONTRACT);
    }

    static List<Text> texts(String keyword) {
        return texts().stream().filter(text -> text.schema().has(keyword)).toList();
    }

    static List<Text> bounded() {
        return texts("maxLength");
    }

    @Test
    void knowsEveryTextOfTheContract() {
        assertThat(texts())
                .extracting(Text::name)
                .contains(
                        "POST /api/users/email",
                        "POST /api/users/password",
                        "POST /api/product-batches/0/product_name",
                        "GET /api/products q",
                        "GET /api/products cursor",
                        "PUT /api/products/{id} If-Match",
                        "POST /api/users/{user_id}/orders Idempotency-Key");
        assertThat(texts())
                .allMatch(
                        text -> text.schema().has("maxLength") || text.schema().has("enum"));
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void looksOnlyAtTheLengthOfATextThatIsTooLong(Text text) {
        for (var unit : List.of("x", "\ud83d\ude00")) {
            var value = new WatchedString(unit.repeat(text.maxLength() + 1));

            assertThat(text.checked().of(value)).extracting(FieldError::getCode).contains("maxLength");
            assertThat(value.readers).isSubsetOf(MEASURES);
        }
    }

    @Test
    void looksAtTextsThatAreNotTooLong() {
        for (var text : texts("pattern")) {
            var value = new WatchedString("x".repeat(text.maxLength()));

            assertThat(text.checked().of(value)).extracting(FieldError::getCode).doesNotContain("maxLength");
            assertThat(value.readers).as(text.name()).contains("PatternValidator");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void takesTimeInProportionToTheLength(Text text) {
        for (var nasty : NASTY) {
            isLinear(text, nasty, text.maxLength() - 2);
            isLinear(text, nasty, 8 * Math.max(text.maxLength(), 1000));
        }
    }

    /** Four times the length takes less than seven times the time; some noise is forgiven, the square of it never is. */
    private static void isLinear(Text text, Nasty nasty, int length) {
        var ratios = new ArrayList<Double>();
        do {
            ratios.add((double) time(text, nasty.text(length)) / time(text, nasty.text(length / 4)));
        } while (ratios.get(ratios.size() - 1) > 7 && ratios.size() < 5);
        assertThat(ratios).as("%s, %s, %d characters", text, nasty, length).anyMatch(ratio -> ratio <= 7);
    }

    /** The processor time of the fastest of some runs. */
    private static long time(Text text, String value) {
        var thread = ManagementFactory.getThreadMXBean();
        var node = StringNode.valueOf(value);
        return IntStream.range(0, 5)
                .mapToLong(run -> {
                    var start = thread.getCurrentThreadCpuTime();
                    for (int i = 0; i < 20; i++) {
                        text.checked().of(node);
                    }
                    return thread.getCurrentThreadCpuTime() - start;
                })
                .min()
                .orElseThrow();
    }

    @Test
    void asksTheDatabaseNothingAboutAListThatIsTooLong() {
        var asked = new ArrayList<Set<Long>>();
        var references = new References() {
            @Override
            public Set<String> relations() {
                return Set.of("tags", "categories", "users");
            }

            @Override
            public Set<Long> existing(String relation, Set<Long> ids) {
                asked.add(ids);
                return ids;
            }
        };
        var post = CONTRACT.operations().stream()
                .filter(operation -> operation.method().equals("POST")
                        && operation.path().getPatternString().equals("/api/products"))
                .findFirst()
                .orElseThrow();
        var faults = new ArrayList<FieldError>();

        new BodyCheck(CONTRACT, List.of(references)).check(product(101), post.body(), faults);

        assertThat(faults).extracting(FieldError::getCode).containsExactly("maxItems");
        assertThat(asked).isEmpty();
        assertThatCode(() -> new BodyCheck(CONTRACT, List.of(references)).check(product(100), post.body(), faults))
                .doesNotThrowAnyException();
        assertThat(asked).hasSize(1);
    }

    private static JsonNode product(int tags) {
        var product = JSON.createObjectNode().put("product_name", "Lamp").put("price", 1);
        LongStream.rangeClosed(1, tags).forEach(product.putArray("tagIds")::add);
        return product;
    }
}
