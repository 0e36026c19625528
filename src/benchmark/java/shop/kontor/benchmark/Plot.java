package shop.kontor.benchmark;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A plot of cost against size, both logarithmic: a line for each route.
 *
 * @param growth the measurements of each route, by the number of products
 */
record Plot(Map<String, Map<Integer, Measurement>> growth) {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 360;
    private static final int MARGIN = 50;

    /** An SVG document. */
    String svg() {
        var lines = growth.entrySet().stream()
                .map(route -> line(route.getKey(), route.getValue()))
                .collect(Collectors.joining("\n"));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 450" font-family="sans-serif" font-size="10">
                <rect width="1000" height="450" fill="white"/>
                <text x="50" y="20" font-size="13">Median of each request in ms (logarithmic), by number of products</text>
                %s
                %s
                </svg>
                """.formatted(axes(), lines);
    }

    private String axes() {
        var sizes = growth.values().stream()
                .flatMap(measurements -> measurements.keySet().stream())
                .distinct()
                .map(size -> text(x(size), HEIGHT + MARGIN + 20, String.format(Locale.ROOT, "%,d", size)))
                .collect(Collectors.joining());
        return sizes
                + DoubleStream.of(0.1, 1, 10, 100, 1000)
                        .mapToObj(ms -> "<path d=\"M%d %.1fh%d\" stroke=\"#ddd\"/>".formatted(MARGIN, y(ms), WIDTH)
                                + text(5, y(ms), ms + " ms"))
                        .collect(Collectors.joining());
    }

    private String line(String path, Map<Integer, Measurement> measurements) {
        var points = measurements.entrySet().stream()
                .map(point -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        x(point.getKey()),
                        y(point.getValue().p50())))
                .collect(Collectors.joining(" "));
        var number = growth.keySet().stream().toList().indexOf(path);
        var colour = "hsl(%d 70%% 40%%)".formatted(number * 360 / growth.size());
        var key = text(WIDTH + MARGIN + 30, MARGIN + 18 * number, path.replace("&", "&amp;"));
        return "<g fill=\"%s\"><polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-linecap=\"round\"/>%s</g>"
                .formatted(colour, points, colour, key);
    }

    private static String text(double x, double y, String text) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\">%s</text>", x, y, text);
    }

    private static double x(int size) {
        return MARGIN + (Math.log10(size) - 3) / 3 * WIDTH;
    }

    private static double y(double milliseconds) {
        return MARGIN + HEIGHT * (1 - (Math.log10(milliseconds) + 1) / 4);
    }
}
