package io.github.smartia.cli.plan;

import io.github.smartia.cli.text.DurationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plan as text. */
public final class PlanText {

    private static final int[] RATES = {1, 2, 5, 10};

    private final Figures figures;
    private final Recommendation recommendation;

    public PlanText(Figures figures) {
        this.figures = figures;
        recommendation = Recommendation.of(figures);
    }

    public Recommendation recommendation() {
        return recommendation;
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("What there is");
        lines.add(size(figures.completed()));
        lines.add(size(figures.inProgress()));
        lines.add(busiest());
        lines.add("");
        lines.addAll(catchUp());
        lines.add("");
        lines.addAll(memory());
        lines.add("");
        lines.add("Recommended settings");
        recommendation.settings().forEach((name, value) -> lines.add("  " + name + " = " + value));
        return lines;
    }

    private static String size(StreamSize size) {
        String span = size.oldest()
                .flatMap(from -> size.newest().map(to -> " from " + from + " to " + to))
                .orElse("");
        return text("  %-12s %,d sessions%s, %.1f a day", size.stream(), size.total(), span, size.perDay());
    }

    private String busiest() {
        return figures.busiest()
                .map(day -> day.days() == 1
                        ? text("  busiest day found: %s with %,d completed sessions", day.from(), day.sessions())
                        : text(
                                "  busiest days found: %d from %s with %,d completed sessions",
                                day.days(), day.from(), day.sessions()))
                .orElse("  no busy day, since no session has completed");
    }

    private List<String> catchUp() {
        CatchUp catchUp = new CatchUp(figures.total(), figures.latency());
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "Catching up takes about %,d requests, of which the median took %d ms here",
                catchUp.requests(), figures.latency().toMillis()));
        for (int rate : RATES) {
            String time = DurationText.of(catchUp.at(rate).toSeconds());
            lines.add(text("  at %2d a second, %d in flight: %s", rate, Recommendation.CONCURRENT, time));
        }
        return lines;
    }

    private List<String> memory() {
        long sessions = recommendation.remembered(figures);
        String lookback = DurationText.of(recommendation.lookback().toSeconds());
        return List.of(
                "Memory of the lookback",
                text(
                        "  a lookback of %s remembers %,d sessions on a busy day: about %,d KB of the stored offset",
                        lookback, sessions, (sessions * Recommendation.BYTES_A_SESSION + 999) / 1000),
                text("  %,d sessions can be remembered over a restart", Recommendation.REMEMBERED));
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
