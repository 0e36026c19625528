package shop.kontor.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import shop.kontor.log.TraceId;

/** A thread has a trace id only while it processes a request. */
class TraceValveTest {

    private final ArrayList<String> seen = new ArrayList<>();

    private void process(RuntimeException failure) throws Exception {
        var valve = new TraceValve(null);
        valve.setNext(new ValveBase() {

            @Override
            public void invoke(Request request, Response response) {
                seen.add(TraceId.current());
                if (failure != null) {
                    throw failure;
                }
            }
        });
        valve.invoke(new Request(new Connector(), new org.apache.coyote.Request()), null);
    }

    @Test
    void theThreadForgetsItAfterwards() throws Exception {
        process(null);
        process(null);

        assertThat(seen).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(TraceId.current()).isNull();
    }

    @Test
    void theThreadForgetsItAfterAFailure() {
        var failure = new IllegalStateException();

        assertThatThrownBy(() -> process(failure)).isSameAs(failure);
        assertThat(seen).hasSize(1);
        assertThat(TraceId.current()).isNull();
    }
}
