package io.github.smartia.connect.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What arrived so far, as a table on standard output. On a terminal it is drawn over itself on the second screen, from the
 * upper left corner each time, so that the size of the terminal may change at any time; lines end before column 80, and a
 * narrower terminal cuts them. Elsewhere it is printed as it changes, at most every five seconds. Safe for use by several
 * threads.
 */
final class ProgressTable {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String SECOND_SCREEN = "\033[?1049h";
    private static final String FIRST_SCREEN = "\033[?1049l";
    private static final String WRAP_OFF = "\033[?7l";
    private static final String WRAP_ON = "\033[?7h";
    private static final String UPPER_LEFT = "\033[H";
    private static final String CLEAR_LINE = "\033[K";
    private static final String CLEAR_BELOW = "\033[J";

    private final PrintStream out;
    private final boolean redraws;
    private final List<String> addresses;
    private List<String> table = List.of();
    private List<StreamSight> printed = List.of();
    private Instant nextPrint = Instant.MIN;
    private boolean ended;

    /** @param addresses lines to show below the table where it is drawn over itself */
    ProgressTable(PrintStream out, boolean redraws, List<String> addresses) {
        this.out = out;
        this.redraws = redraws;
        this.addresses = List.copyOf(addresses);
    }

    /** Whether standard output can be drawn over. */
    // Later JDKs have a console that is never null; the POM asks them for the one that is.
    @SuppressWarnings("SystemConsoleNull")
    static boolean canRedraw() {
        String type = System.getenv().getOrDefault("TERM", "dumb");
        // Windows Terminal understands the same sequences and sets no TERM.
        return System.console() != null
                && (!type.equals("dumb") || System.getenv().containsKey("WT_SESSION"));
    }

    synchronized void show(Snapshot snapshot) {
        if (ended) {
            return;
        }
        if (redraws) {
            draw(render(snapshot));
        } else if (!snapshot.time().isBefore(nextPrint) && !snapshot.streams().equals(printed)) {
            render(snapshot).forEach(out::println);
            printed = snapshot.streams();
            nextPrint = snapshot.time().plus(PAUSE);
        }
        out.flush();
    }

    private void draw(List<String> lines) {
        StringBuilder frame = new StringBuilder(table.isEmpty() ? SECOND_SCREEN : "");
        table = lines;
        List<String> screen = new ArrayList<>(lines);
        screen.addAll(addresses);
        screen.add("");
        screen.add("Ctrl-C stops everything.");
        frame.append(WRAP_OFF).append(UPPER_LEFT);
        frame.append(String.join(CLEAR_LINE + "\n", screen)).append(CLEAR_LINE);
        out.print(frame.append(CLEAR_BELOW).append(WRAP_ON));
    }

    /** Leaves standard output to others, with the last table on it. Nothing is shown from then on. */
    synchronized void end() {
        ended = true;
        if (!table.isEmpty()) {
            out.print(FIRST_SCREEN);
            table.forEach(out::println);
            table = List.of();
            out.flush();
        }
    }

    static List<String> render(Snapshot snapshot) {
        List<StreamSight> streams = snapshot.streams();
        return List.of(
                row("state", snapshot.state()),
                row("sessions/s", snapshot.sessionsPerSecond()),
                row("requests/s", snapshot.requestsPerSecond()),
                row("remaining", snapshot.remaining()),
                row("done", snapshot.doneAt()),
                "",
                row("", streams, StreamSight::stream),
                row("topic", streams, StreamSight::topic),
                row("records", streams, stream -> Snapshot.count(stream.records())),
                row("tombstones", streams, stream -> Snapshot.count(stream.tombstones())),
                row(
                        "rows in DuckDB",
                        streams,
                        stream -> Snapshot.count(stream.table().rows())),
                row(
                        "newest session",
                        streams,
                        stream -> Snapshot.date(stream.table().newest())),
                row("position", streams, stream -> Snapshot.date(stream.position())),
                row("lag", streams, snapshot::lag),
                "");
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
