package io.github.smartia.connect.quickstart;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A table on the terminal's second screen, drawn from its upper left corner each time, so that the size of the terminal
 * may change at any time. Lines end before column 80, and a narrower terminal cuts them.
 */
final class LiveTable implements Display {

    private static final String SECOND_SCREEN = "\033[?1049h";
    private static final String FIRST_SCREEN = "\033[?1049l";
    private static final String WRAP_OFF = "\033[?7l";
    private static final String WRAP_ON = "\033[?7h";
    private static final String UPPER_LEFT = "\033[H";
    private static final String CLEAR_LINE = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";

    private final PrintStream out;
    private final List<String> addresses;
    private List<String> drawn = List.of();
    private boolean ended;

    /** @param addresses lines to show below the table */
    LiveTable(PrintStream out, List<String> addresses) {
        this.out = out;
        this.addresses = List.copyOf(addresses);
    }

    @Override
    public synchronized void show(Snapshot snapshot) {
        if (ended) {
            return;
        }
        StringBuilder frame = new StringBuilder(drawn.isEmpty() ? SECOND_SCREEN : "");
        drawn = render(snapshot);
        List<String> lines = new ArrayList<>(drawn);
        lines.addAll(addresses);
        lines.add("");
        lines.add("Ctrl-C ends everything.");
        frame.append(WRAP_OFF).append(UPPER_LEFT);
        frame.append(String.join(CLEAR_LINE + "\n", lines)).append(CLEAR_LINE);
        out.print(frame.append(CLEAR_BELOW).append(WRAP_ON));
        out.flush();
    }

    @Override
    public synchronized void end() {
        ended = true;
        if (!drawn.isEmpty()) {
            out.print(FIRST_SCREEN);
            drawn.forEach(out::println);
            drawn = List.of();
            out.flush();
        }
    }

    static List<String> render(Snapshot snapshot) {
        Wording wording = new Wording(snapshot);
        List<StreamSight> streams = snapshot.streams();
        List<String> lines = new ArrayList<>();
        lines.add(row("state", snapshot.state()));
        lines.add(row("sessions/s", wording.sessionsPerSecond()));
        lines.add(row("requests/s", wording.requestsPerSecond()));
        lines.add(row("remaining", wording.remaining()));
        lines.add(row("done", wording.doneAt()));
        lines.add("");
        lines.add(row("", streams, StreamSight::stream));
        lines.add(row("topic", streams, StreamSight::topic));
        lines.add(row("records", streams, stream -> Wording.count(stream.records())));
        lines.add(row("tombstones", streams, stream -> Wording.count(stream.tombstones())));
        lines.add(row(
                "rows in DuckDB",
                streams,
                stream -> Wording.count(stream.table().rows())));
        lines.add(row("newest session", streams, Wording::newest));
        lines.add(row("position", streams, Wording::position));
        lines.add(row("lag", streams, wording::lag));
        lines.add("");
        return lines;
    }

    private static String row(String label, String cell) {
        return String.format(Locale.ROOT, "%-16s%s", label, cell);
    }

    private static String row(String label, List<StreamSight> streams, Function<StreamSight, String> cell) {
        StringBuilder cells = new StringBuilder();
        streams.forEach(stream -> cells.append(String.format(Locale.ROOT, "%-31s", cell.apply(stream))));
        return row(label, cells.toString()).stripTrailing();
    }
}
