package shop.kontor.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A line of what Prometheus reads.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format">The text-based format</a>
 */
record Sample(String name, Map<String, String> labels, double value) {

    private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    static List<Sample> all(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Sample::of)
                .toList();
    }

    private static Sample of(String text) {
        var line = LINE.matcher(text);
        if (!line.matches()) {
            throw new AssertionError("no sample: " + text);
        }
        var labels = new LinkedHashMap<String, String>();
        if (line.group(2) != null) {
            LABEL.matcher(line.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Sample(line.group(1), labels, number(line.group(3)));
    }

    private static double number(String text) {
        return text.endsWith("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }
}
