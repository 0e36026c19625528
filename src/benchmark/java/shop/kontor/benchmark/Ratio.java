package shop.kontor.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The rates of Kontor and of its limit for one operation, a pair for each start.
 *
 * @param work the operation
 * @param kontor what Kontor does
 * @param limits the rates that it is compared with, per second
 * @param together what a bare route does that runs the SQL itself, in one process, per second
 * @param serverCpu CPU time of the server for each step, in milliseconds
 * @param databaseCpu CPU time of the database for each step, in milliseconds
 * @param memory resident memory of the server after the load, in MB
 */
record Ratio(
        String work,
        List<Measurement> kontor,
        List<Double> limits,
        List<Double> together,
        List<Double> serverCpu,
        List<Double> databaseCpu,
        List<Long> memory) {

    Ratio(String work) {
        this(
                work,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /** The rate of two parts that one step needs in turn. */
    static double inTurn(double one, double other) {
        return 1 / (1 / one + 1 / other);
    }

    static double median(List<? extends Number> numbers) {
        var sorted = numbers.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /** Medians over the starts. */
    Map<String, Object> summary() {
        var summary = new HashMap<String, Object>(Map.of(
                "work", work,
                "rate", median(kontor.stream().map(Measurement::rate).toList()),
                "limit", median(limits),
                "ratio", median(shares(limits)),
                "p50", median(kontor.stream().map(Measurement::p50).toList()),
                "p99", median(kontor.stream().map(Measurement::p99).toList()),
                "errors", kontor.stream().mapToLong(Measurement::errors).sum(),
                "serverCpu", median(serverCpu),
                "databaseCpu", median(databaseCpu),
                "memory", median(memory)));
        summary.put("together", median(together));
        summary.put("ratioTogether", median(shares(together)));
        return summary;
    }

    /** What Kontor did of what something else did, at each start. */
    private List<Double> shares(List<Double> others) {
        return IntStream.range(0, kontor.size())
                .mapToObj(i -> kontor.get(i).rate() / others.get(i))
                .toList();
    }
}
