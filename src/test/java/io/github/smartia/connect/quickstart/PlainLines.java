package io.github.smartia.connect.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines for a log or a pipe: one for each stream that changed, and no more than one of each in five seconds. */
final class PlainLines implements Display {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final PrintStream out;
    private final Map<String, StreamSight> printed = new HashMap<>();
    private Instant nextPrint = Instant.MIN;
    private boolean ended;

    PlainLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void show(Snapshot snapshot) {
        if (ended || snapshot.time().isBefore(nextPrint)) {
            return;
        }
        List<StreamSight> changed = snapshot.streams().stream()
                .filter(stream -> !isAsPrinted(stream))
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        out.println(line(snapshot));
        for (StreamSight stream : changed) {
            out.println(line(snapshot, stream));
            printed.put(stream.stream(), stream);
        }
        nextPrint = snapshot.time().plus(PAUSE);
        out.flush();
    }

    @Override
    public synchronized void end() {
        ended = true;
    }

    static String line(Snapshot snapshot) {
        Wording wording = new Wording(snapshot);
        return String.format(
                Locale.ROOT,
                "%s  %s  %s sessions/s  %s requests/s  %s remaining  done %s",
                time(snapshot),
                snapshot.state(),
                wording.sessionsPerSecond(),
                wording.requestsPerSecond(),
                wording.remaining(),
                wording.doneAt());
    }

    static String line(Snapshot snapshot, StreamSight stream) {
        return String.format(
                Locale.ROOT,
                "%s  %-11s  %,7d records  %,5d tombstones  %,7d rows  position %s  lag %s",
                time(snapshot),
                stream.stream(),
                stream.records(),
                stream.tombstones(),
                stream.table().rows(),
                Wording.position(stream),
                new Wording(snapshot).lag(stream));
    }

    private static Instant time(Snapshot snapshot) {
        return snapshot.time().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The lag alone, which grows by itself, is no change. */
    private boolean isAsPrinted(StreamSight stream) {
        StreamSight last = printed.get(stream.stream());
        return last != null
                && last.records() == stream.records()
                && last.tombstones() == stream.tombstones()
                && last.position().equals(stream.position());
    }
}
