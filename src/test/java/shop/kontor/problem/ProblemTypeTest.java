package shop.kontor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import shop.kontor.contract.check.Spec;

/** Holds the server's problems to the contract's list, and statuses to problems. */
class ProblemTypeTest {

    @Test
    void thereAreThoseOfTheContract() {
        var listed = Spec.INSTANCE.root.get("x-problem-types").valueStream();
        assertThat(Arrays.stream(ProblemType.values()).map(type -> type.uri() + type.status() + type.title()))
                .isNotEmpty()
                .containsExactlyElementsOf(listed.map(type -> "/problems/"
                                + type.get("slug").asString()
                                + type.get("status").asInt()
                                + type.get("title").asString())
                        .toList());
    }

    /** A conflict may be any of many, and a teapot is none of the contract's. */
    @ParameterizedTest
    @CsvSource({"403, /problems/forbidden", "404, /problems/not-found", "409, about:blank", "418, about:blank"})
    void aStatusOfTheFrameworkHasTheTypeThatTheContractListsFirst(int status, String type) {
        var problem = Problems.of(status);

        assertThat(problem.getType()).isEqualTo(type);
        assertThat(problem.getStatus()).isEqualTo(status);
        assertThat(problem.getTitle()).isNotBlank();
    }
}
