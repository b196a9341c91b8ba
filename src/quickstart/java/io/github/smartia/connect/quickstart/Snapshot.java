package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.logging.HumanDuration;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that is shown at one moment, and its figures in words: a dash is what is not known.
 *
 * @param connectorState as Connect has it, {@code RUNNING} say
 */
record Snapshot(Instant time, String connectorState, List<StreamSight> streams, Progress progress) {

    private static final String UNKNOWN = "-";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    Snapshot {
        streams = List.copyOf(streams);
    }

    /** Before anything was measured. */
    static Snapshot none(Instant time) {
        return new Snapshot(time, "STARTING", List.of(), new Progress(0, Optional.empty(), Optional.empty()));
    }

    String state() {
        return connectorState
                + progress.readsHistory()
                        .map(reads -> reads ? ", reading history" : ", caught up")
                        .orElse("");
    }

    String sessionsPerSecond() {
        return rate(progress.sessionsPerSecond());
    }

    String requestsPerSecond() {
        return progress.requestsPerSecond().map(Snapshot::rate).orElse(UNKNOWN);
    }

    private static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.1f", perSecond);
    }

    String remaining() {
        return progress.remaining().map(Snapshot::count).orElse(UNKNOWN);
    }

    String doneAt() {
        return progress.timeLeft()
                .map(left -> CLOCK.format(time.plus(left)) + ", in " + HumanDuration.of(left))
                .orElse(UNKNOWN);
    }

    /** How long the position is past. Two clocks may make it negative, which counts as none. */
    String lag(StreamSight stream) {
        return stream.position()
                .map(date -> date.isAfter(time) ? Duration.ZERO : Duration.between(date, time))
                .map(HumanDuration::of)
                .orElse(UNKNOWN);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String date(Optional<Instant> date) {
        return date.map(Instant::toString).orElse(UNKNOWN);
    }

    /** As the page reads it. */
    Map<String, Object> forPage() {
        return Map.of(
                "time", time,
                "state", state(),
                "sessionsPerSecond", sessionsPerSecond(),
                "requestsPerSecond", requestsPerSecond(),
                "remaining", remaining(),
                "doneAt", doneAt(),
                "lag", streams.stream().collect(Collectors.toMap(StreamSight::stream, this::lag)));
    }
}
