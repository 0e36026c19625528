package shop.kontor.cluster;

import java.time.Duration;

/** The longest time in which nothing was written. */
final class Gaps {

    private long last = System.nanoTime();
    private long longest;
    private int writes;

    /** Something was written. */
    synchronized void end() {
        longest = longest().toNanos();
        last = System.nanoTime();
        writes++;
    }

    /** Forgets all gaps but the one that lasts. */
    synchronized void forget() {
        longest = 0;
    }

    /** The longest one, which may last. */
    synchronized Duration longest() {
        return Duration.ofNanos(Math.max(longest, System.nanoTime() - last));
    }

    /** How long it is since something was written. */
    synchronized Duration current() {
        return Duration.ofNanos(System.nanoTime() - last);
    }

    /** How often something was written. */
    synchronized int writes() {
        return writes;
    }
}
