package shop.kontor.benchmark;

import java.time.Duration;
import java.util.Arrays;

/**
 * The result of a load.
 *
 * @param rate completed steps per second
 * @param p50 median of their durations, in milliseconds
 * @param p99 99th percentile of their durations, in milliseconds
 * @param errors the number of failed steps
 * @param steps the number of completed steps
 */
record Measurement(double rate, double p50, double p99, long errors, long steps) {

    /** Summarizes the durations of all completed steps, in nanoseconds. */
    static Measurement of(long[] durations, long errors, Duration elapsed) {
        Arrays.sort(durations);
        return new Measurement(
                durations.length * 1e9 / elapsed.toNanos(),
                percentile(durations, 0.50),
                percentile(durations, 0.99),
                errors,
                durations.length);
    }

    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }
}
