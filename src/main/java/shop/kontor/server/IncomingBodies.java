package shop.kontor.server;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/**
 * The bodies that are being received, and those that wait for their check. If they are too many, or too large together, the
 * slowest of the incomplete ones is cut off: whoever sends at an honest pace is served, however many do not.
 */
class IncomingBodies {

    /** A body that has begun. */
    static final class Incoming {

        private final Runnable cut;
        private final long begun = System.nanoTime();
        private long received;
        private long held;

        private Incoming(Runnable cut) {
            this.cut = cut;
        }

        private double pace(long now) {
            return (double) (received + HEAD_START) / Math.max(1, now - begun);
        }
    }

    /** In bytes, as if received at the beginning, so that a new body is not the slowest. */
    private static final int HEAD_START = 4096;

    private final int most;
    private final long memory;
    private final Set<Incoming> incomplete = new HashSet<>();
    private long held;

    /**
     * No bodies yet.
     *
     * @param most the maximum number of incomplete bodies
     * @param memory the maximum number of bytes that all bodies hold
     */
    IncomingBodies(int most, long memory) {
        this.most = most;
        this.memory = memory;
    }

    /**
     * Admits a body, in place of the slowest if there are too many.
     *
     * @param cut ends the input that it is read from
     */
    synchronized Incoming begin(Runnable cut) {
        var body = new Incoming(cut);
        incomplete.add(body);
        if (incomplete.size() > most) {
            cutSlowest();
        }
        return body;
    }

    /**
     * Counts what has been received.
     *
     * @param isKept whether it takes memory
     * @return whether the body may go on
     */
    synchronized boolean receive(Incoming body, int bytes, boolean isKept) {
        if (incomplete.contains(body)) {
            body.received += bytes;
            body.held += isKept ? bytes : 0;
            held += isKept ? bytes : 0;
            while (held > memory && !incomplete.isEmpty()) {
                cutSlowest();
            }
        }
        return incomplete.contains(body);
    }

    /** Keeps the memory of a body that is complete: from now on it is not cut off. */
    synchronized void complete(Incoming body) {
        incomplete.remove(body);
    }

    /** Gives back the memory of a body. */
    synchronized void release(Incoming body) {
        incomplete.remove(body);
        held -= body.held;
        body.held = 0;
    }

    private void cutSlowest() {
        var now = System.nanoTime();
        var slowest = incomplete.stream()
                .min(Comparator.comparingDouble(body -> body.pace(now)))
                .orElseThrow();
        release(slowest);
        slowest.cut.run();
    }
}
