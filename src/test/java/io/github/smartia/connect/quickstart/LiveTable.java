package io.github.smartia.connect.quickstart;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A table on a terminal, drawn over itself each time; a column for each stream. */
final class LiveTable implements Display {

    /** A line that wrapped would be two to go up; so long ones are cut at the terminal's edge instead. */
    private static final String WRAP_OFF = "\033[?7l";

    private static final String WRAP_ON = "\033[?7h";
    private static final String CLEAR_LINE = "\033[2K";
    private static final String NOTHING = "-";

    private final PrintStream out;
    private int drawnLines;

    LiveTable(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(Instant now, List<StreamSight> streams) {
        List<String> lines = render(now, streams);
        StringBuilder frame = new StringBuilder(WRAP_OFF);
        if (drawnLines > 0) {
            frame.append("\033[").append(drawnLines).append('A');
        }
        lines.forEach(line -> frame.append(CLEAR_LINE).append(line).append('\n'));
        out.print(frame.append(WRAP_ON));
        out.flush();
        drawnLines = lines.size();
    }

    static List<String> render(Instant now, List<StreamSight> streams) {
        List<String> lines = new ArrayList<>();
        lines.add(row("", streams, StreamSight::stream));
        lines.add(row("topic", streams, StreamSight::topic));
        lines.add(row("records", streams, stream -> count(stream.records())));
        lines.add(row("tombstones", streams, stream -> count(stream.tombstones())));
        lines.add(row(
                "newest session",
                streams,
                stream -> stream.newest().map(SeenSession::id).orElse(NOTHING)));
        lines.add(row(
                "its date",
                streams,
                stream -> stream.newest().map(seen -> seen.date().toString()).orElse(NOTHING)));
        lines.add(row(
                "position",
                streams,
                stream -> stream.position().map(Instant::toString).orElse(NOTHING)));
        lines.add(row(
                "lag", streams, stream -> stream.lag(now).map(DurationText::of).orElse(NOTHING)));
        return lines;
    }

    private static String row(String label, List<StreamSight> streams, Function<StreamSight, String> cell) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-16s", label));
        streams.forEach(stream -> row.append(String.format(Locale.ROOT, "%-38s", cell.apply(stream))));
        return row.toString().stripTrailing();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
