package shop.kontor.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.kontor.api.model.FieldError;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** E-mail addresses that look alike are alike: no character in them is invisible. */
class EmailContractTest extends ContractTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Characters that are drawn as nothing or as a blank, although their category does not say so (Unicode, UAX 44). */
    private static final String BLANK =
            "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\ufe00\ufe0f\uffa0\ufff0\ufff8";

    private static final Set<Byte> INVISIBLE = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.SPACE_SEPARATOR,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE,
            Character.PRIVATE_USE);

    private Response register(String email) {
        var body =
                JSON.createObjectNode().put("name", "Ada").put("email", email).put("password", PASSWORD);
        return raw().contentType("application/json")
                .body(body.toString().getBytes(UTF_8))
                .post("/api/users");
    }

    @Test
    void refusesEveryInvisibleCharacter() throws IOException {
        var email = Text.all(new Contract()).stream()
                .filter(text -> text.name().equals("POST /api/users/email"))
                .findFirst()
                .orElseThrow();
        IntStream.concat(
                        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                                .filter(c -> INVISIBLE.contains((byte) Character.getType(c))),
                        BLANK.codePoints())
                .forEach(c -> assertThat(
                                email.checked().of(StringNode.valueOf("ada" + Character.toString(c) + "@example.com")))
                        .as("U+%04X", c)
                        .extracting(FieldError::getCode)
                        .contains("pattern"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada\u200b@example.com", // zero-width space
                "a\u00adda@example.com", // soft hyphen
                "\u202eada@example.com", // right-to-left override
                "ada@exa\u2060mple.com", // word joiner
                "\ufeffada@example.com",
                "ada@example.com\u00a0",
                "a da@example.com",
                "ada@example.com\n",
                "\u3164@example.com"
            })
    void namesAnAddressWithAnInvisibleCharacter(String address) {
        assertThat(faults(register(address)))
                .contains("#/email pattern")
                .allMatch(fault -> fault.startsWith("#/email "));
        assertThat(faults(raw().contentType("application/json")
                        .body(JSON.createObjectNode()
                                .put("email", address)
                                .toString()
                                .getBytes(UTF_8))
                        .put("/api/users/" + newcomer().getId())))
                .contains("#/email pattern");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s@example.com", "ada+%s@example.com", "zo\u00eb%s@example.com", "%s@b\u00fccher.example.com"})
    void takesVisibleOnes(String address) {
        assertThat(register(address.formatted(UUID.randomUUID())).statusCode()).isEqualTo(201);
    }

    @Test
    void answersSoonToAnAddressThatIsTooLong() {
        var answer = register("@".repeat(4000) + " ");

        assertThat(faults(answer)).containsExactly("#/email maxLength");
    }
}
