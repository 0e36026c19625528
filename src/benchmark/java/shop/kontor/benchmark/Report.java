package shop.kontor.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * The results as a table on the console, a JSON file and a plot.
 *
 * @param plan what was measured
 * @param ratios the medians of each operation
 * @param start seconds to the first accepted connection, prepared
 * @param jarStart the same, from the jar
 * @param bareStart the same, of the bare route
 * @param growth the measurements of each route, by the number of products
 */
record Report(
        Plan plan,
        List<Map<String, Object>> ratios,
        double start,
        double jarStart,
        double bareStart,
        Map<String, Map<Integer, Measurement>> growth) {

    private static final String ROW =
            "| %s | %.0f | %.0f | %.0f %% | %.0f | %.0f %% | %.1f / %.1f | %d | %.2f / %.2f | %.0f |%n";

    void write() throws IOException {
        Files.createDirectories(plan.report());
        var json = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
        json.writeValue(
                plan.report().resolve("benchmark.json").toFile(),
                Map.of(
                        "plan",
                        plan,
                        "java",
                        Runtime.version().toString(),
                        "start",
                        start,
                        "jarStart",
                        jarStart,
                        "bareStart",
                        bareStart,
                        "ratios",
                        ratios,
                        "growth",
                        growth));
        Files.writeString(plan.report().resolve("growth.svg"), new Plot(growth).svg());
        print();
    }

    private static double cost(Map<Integer, Measurement> sizes, int size) {
        return Objects.requireNonNull(sizes.get(size)).p50();
    }

    private void print() {
        System.out.printf(
                "%nJava %s, %,d products, %d connections, start %.1f s, from the jar %.1f s, bare %.1f s%n%n",
                Runtime.version(), plan.size(), plan.connections(), start, jarStart, bareStart);
        System.out.println(
                "| work | per second | limit | ratio | in one process | ratio | p50 / p99 ms | errors | CPU ms, server / database | memory MB"
                        + " |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        for (var ratio : ratios) {
            System.out.printf(
                    ROW,
                    ratio.get("work"),
                    ratio.get("rate"),
                    ratio.get("limit"),
                    100 * (double) ratio.getOrDefault("ratio", Double.NaN),
                    ratio.get("together"),
                    100 * (double) ratio.getOrDefault("ratioTogether", Double.NaN),
                    ratio.get("p50"),
                    ratio.get("p99"),
                    ratio.get("errors"),
                    ratio.get("serverCpu"),
                    ratio.get("databaseCpu"),
                    ratio.get("memory"));
        }
        System.out.println();
        growth.forEach((path, sizes) -> {
            System.out.printf("%-80s", path);
            sizes.forEach((size, measurement) -> System.out.printf("  %,d: %.2f ms", size, measurement.p50()));
            System.out.printf(
                    "  x %.2f",
                    cost(sizes, Collections.max(sizes.keySet())) / cost(sizes, Collections.min(sizes.keySet())));
            System.out.println();
        });
        System.out.printf("%nWritten to %s: benchmark.json, growth.svg%n", plan.report());
    }
}
