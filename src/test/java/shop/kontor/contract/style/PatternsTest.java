package shop.kontor.contract.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import shop.kontor.contract.check.Spec;
import tools.jackson.databind.JsonNode;

/** Java matches a repeated group by recursion, so only its length keeps a value from overflowing the stack. */
class PatternsTest {

    /** In bytes: half of what a thread of the server has. */
    private static final int STACK = 512 * 1024;

    private static final List<String> PIECES =
            List.of("\"\",", "W/\"x\" , ", "\"\" ", "a", " ", "a ", "\"", "*", "\u00e4", "1,");

    static Stream<JsonNode> schemas() {
        return Spec.INSTANCE.root.findParents("pattern").stream().filter(node -> node.has("type"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void matchTheLongestValueOnASmallStack(JsonNode schema) throws InterruptedException {
        var pattern = Pattern.compile(schema.get("pattern").asString());
        var longest = schema.get("maxLength").asInt();

        for (var piece : PIECES) {
            assertThat(failure(pattern, piece.repeat(longest).substring(0, longest)))
                    .as(piece)
                    .isNull();
        }
    }

    @Test
    void overflowAStackOtherwise() throws InterruptedException {
        var patterns = new ArrayList<Throwable>();
        for (var schema : schemas().toList()) {
            patterns.add(failure(Pattern.compile(schema.get("pattern").asString()), "\"\",".repeat(100_000)));
        }
        assertThat(patterns).hasAtLeastOneElementOfType(StackOverflowError.class);
    }

    private static Throwable failure(Pattern pattern, String value) throws InterruptedException {
        var failure = new AtomicReference<Throwable>();
        var thread = new Thread(null, () -> pattern.matcher(value).find(), "matching", STACK);
        thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
        thread.start();
        thread.join();
        return failure.get();
    }
}
