package io.github.smartia.connect.documents;

import java.util.List;
import java.util.Locale;

/**
 * A chart of vertical bars as an SVG image, the same bytes wherever it is drawn.
 *
 * @param title what the bars show, with its unit
 * @param series the names of the bars in each group
 * @param groups from left to right
 */
public record BarChart(String title, List<String> series, List<Group> groups) {

    private static final List<String> COLOURS = List.of("#3b6ea5", "#c8d3df");
    private static final int WIDTH = 640;
    private static final int TOP = 70;
    private static final int HEIGHT = 220;
    private static final int BAR = 46;

    /**
     * The bars of one group.
     *
     * @param label what they have in common
     * @param values one for each series
     */
    public record Group(String label, List<Double> values) {}

    /** The image as text. */
    public String svg() {
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        .formatted(WIDTH, TOP + HEIGHT + 40));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        svg.append(text(20, 26, "start", title));
        for (int i = 0; i < series.size(); i++) {
            svg.append(rect(20 + 200 * i, 38, 12, 12, i)).append(text(38 + 200 * i, 49, "start", series.get(i)));
        }
        for (int i = 0; i < groups.size(); i++) {
            svg.append(group(groups.get(i), (2 * i + 1) * WIDTH / (2 * groups.size())));
        }
        return svg.append("</svg>\n").toString();
    }

    private String group(Group group, int middle) {
        StringBuilder bars = new StringBuilder();
        int left = middle - BAR * group.values().size() / 2;
        for (int i = 0; i < group.values().size(); i++) {
            double value = group.values().get(i);
            int height = (int) Math.round((HEIGHT - 20) * value / highest());
            int top = TOP + HEIGHT - height;
            bars.append(rect(left + i * BAR + 2, top, BAR - 4, height, i));
            bars.append(text(left + i * BAR + BAR / 2, top - 4, "middle", number(value)));
        }
        return bars.append(text(middle, TOP + HEIGHT + 20, "middle", group.label()))
                .toString();
    }

    private double highest() {
        return groups.stream()
                .flatMap(group -> group.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
    }

    private static String rect(int x, int y, int width, int height, int series) {
        return "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n"
                .formatted(x, y, width, height, COLOURS.get(series));
    }

    private static String text(int x, int y, String anchor, String text) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n".formatted(x, y, anchor, text);
    }
}
