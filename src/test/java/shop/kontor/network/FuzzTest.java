package shop.kontor.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import shop.kontor.contract.ContractTest;
import shop.kontor.contract.check.ResponseCheck;
import shop.kontor.contract.check.ResponseCheck.Answer;
import shop.kontor.contract.check.Spec;

/** Thousands of odd requests, made from the contract, the same in each run: every answer is one that it declares. */
@ExtendWith(OutputCaptureExtension.class)
class FuzzTest extends ContractTest {

    private static final int REQUESTS = 4000;

    private final ResponseCheck check = new ResponseCheck(Spec.INSTANCE);

    @Test
    @Timeout(120)
    void answersEveryOddRequestAsTheContractSays(CapturedOutput log) throws IOException {
        var requests = new OddRequests(12);
        var statuses = new ArrayList<Integer>();
        var wire = new Wire(port);
        try {
            for (int i = 0; i < REQUESTS; i++) {
                var request = requests.next();
                var answer = wire.send(request.bytes()).answer(true);
                assertThat(faults(request, answer)).as(request.toString()).isEmpty();
                statuses.add(answer.status());
                if (answer.headers().containsKey("Connection")) {
                    wire.close();
                    wire = new Wire(port);
                }
            }
        } finally {
            wire.close();
        }
        assertThat(statuses).contains(200, 201, 400, 404, 406);
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    private List<String> faults(OddRequests.Odd request, Answer answer) {
        var text = new String(answer.body(), UTF_8);
        var faults = new ArrayList<String>();
        if (answer.status() >= 500 || text.contains("Exception")) {
            faults.add(answer.status() + " " + text);
        }
        if (answer.status() == 400 && !text.contains("\"errors\":[{") && !text.contains("\"detail\":")) {
            faults.add("nothing is named: " + text);
        }
        faults.addAll(check.faults(request.operation(), answer));
        return faults;
    }
}
