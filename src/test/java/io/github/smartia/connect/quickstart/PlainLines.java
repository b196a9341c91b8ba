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

    PlainLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void show(Instant now, List<StreamSight> streams) {
        if (now.isBefore(nextPrint)) {
            return;
        }
        List<StreamSight> changed =
                streams.stream().filter(stream -> !isAsPrinted(stream)).toList();
        for (StreamSight stream : changed) {
            out.println(line(now, stream));
            printed.put(stream.stream(), stream);
            nextPrint = now.plus(PAUSE);
        }
        out.flush();
    }

    static String line(Instant now, StreamSight stream) {
        return String.format(
                Locale.ROOT,
                "%s  %-11s  %,7d records  %,5d tombstones%s%s",
                now.truncatedTo(ChronoUnit.SECONDS),
                stream.stream(),
                stream.records(),
                stream.tombstones(),
                stream.newest()
                        .map(seen -> "  newest " + seen.id() + " of " + seen.date())
                        .orElse(""),
                position(now, stream));
    }

    private static String position(Instant now, StreamSight stream) {
        String position = stream.position().map(date -> "  position " + date).orElse("");
        return position
                + stream.lag(now).map(lag -> "  lag " + DurationText.of(lag)).orElse("");
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
