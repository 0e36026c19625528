package shop.kontor.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shop.kontor.contract.ContractTest;

/** Hundreds of bodies that begin and do not end: whoever sends at an honest pace is served all the same. */
class BegunBodiesTest extends ContractTest {

    private static final String BEGUN = "POST /api/tags HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 99\r\n\r\n{";

    private static final String LARGE = "POST /api/product-batches HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 4000000\r\n\r\n";

    @Test
    @Timeout(60)
    void cutsTheSlowestBeforeItRefusesTheHonest() throws IOException {
        var begun = new ArrayList<Wire>();
        try {
            for (int i = 0; i < 500; i++) {
                begun.add(new Wire(port).send(BEGUN));
            }
            for (int i = 0; i < 20; i++) {
                tag();
                begun.add(new Wire(port).send(BEGUN));
            }
            assertThat(cut(begun.subList(0, 250))).isGreaterThan(50);
        } finally {
            close(begun);
        }
    }

    @Test
    @Timeout(60)
    void countsWhatHasBeenReceivedAndNotWhatIsAnnounced() throws IOException {
        var begun = new ArrayList<Wire>();
        try {
            for (int i = 0; i < 300; i++) {
                begun.add(new Wire(port).send(LARGE + " ".repeat(1000)));
            }
            product(lamp());
            assertThat(cut(begun)).isZero();
        } finally {
            close(begun);
        }
    }

    /** How many have been answered, or closed without an answer. */
    private static long cut(List<Wire> begun) throws IOException {
        var cut = 0;
        for (var wire : begun) {
            if (wire.isClosedWithin(Duration.ofMillis(10)) || !wire.received().isEmpty()) {
                assertThat(wire.received()).containsAnyOf("/problems/timeout", "/problems/unavailable");
                cut++;
            }
        }
        return cut;
    }

    private static void close(List<Wire> begun) throws IOException {
        for (var wire : begun) {
            wire.close();
        }
    }
}
