package shop.kontor.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import shop.kontor.contract.ContractTest;

/** A statement that takes longer than a second is named, and no other. */
@ExtendWith(OutputCaptureExtension.class)
class SlowStatementsTest extends ContractTest {

    @Test
    void namesTheOneThatTakesLong(CapturedOutput log) {
        var tag = tag();
        statements.rewriting(
                sql -> sql.replaceFirst(
                        "(?s)FROM tags t\\s+WHERE t.id =", "FROM tags t WHERE SLEEP(1.1) = 0 AND t.id ="),
                () -> {
                    var answer = raw().get("/api/tags/" + tag.getId());

                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(log.getAll().lines().filter(line -> line.contains("SlowStatements")))
                            .singleElement()
                            .asString()
                            .contains(" WARN ", "[" + answer.header("Trace-Id") + "]")
                            .containsPattern(
                                    " : Slow statement statement=\"shop.kontor.catalog.TagMapper.find\" milliseconds=\"[1-9]\\d{3}\"$");
                });
    }
}
