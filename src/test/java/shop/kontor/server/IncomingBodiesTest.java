package shop.kontor.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which body gives way when there are too many, or they are too large together. */
class IncomingBodiesTest {

    private final List<String> cut = new ArrayList<>();

    private IncomingBodies.Incoming begin(IncomingBodies bodies, String name) {
        return bodies.begin(() -> cut.add(name));
    }

    @Test
    void cutsTheOldestOfThoseThatSendNothing() {
        var bodies = new IncomingBodies(2, 1000);
        begin(bodies, "first");
        begin(bodies, "second");

        begin(bodies, "third");

        assertThat(cut).containsExactly("first");
    }

    @Test
    void cutsTheSlowestOfThoseThatSend() {
        var bodies = new IncomingBodies(2, 100_000_000);
        var first = begin(bodies, "first");
        begin(bodies, "second");
        bodies.receive(first, 50_000_000, true);

        begin(bodies, "third");

        assertThat(cut).containsExactly("second");
        assertThat(bodies.receive(first, 1, true)).isTrue();
    }

    @Test
    void cutsForMemoryToo() {
        var bodies = new IncomingBodies(10, 1000);
        var slow = begin(bodies, "slow");
        var fast = begin(bodies, "fast");
        bodies.receive(slow, 100, true);

        assertThat(bodies.receive(fast, 950, true)).isTrue();
        assertThat(bodies.receive(slow, 1, true)).isFalse();

        assertThat(cut).containsExactly("slow");
    }

    @Test
    void countsWhatIsDiscardedAsSentButNotAsHeld() {
        var bodies = new IncomingBodies(10, 1000);
        var large = begin(bodies, "large");

        assertThat(bodies.receive(large, 1_000_000, false)).isTrue();
    }

    @Test
    void keepsTheMemoryOfACompleteBodyUntilItIsReleased() {
        var bodies = new IncomingBodies(10, 1000);
        var complete = begin(bodies, "complete");
        bodies.receive(complete, 900, true);
        bodies.complete(complete);

        assertThat(bodies.receive(begin(bodies, "next"), 200, true)).isFalse();
        bodies.release(complete);
        assertThat(bodies.receive(begin(bodies, "last"), 200, true)).isTrue();

        assertThat(cut).containsExactly("next");
    }
}
