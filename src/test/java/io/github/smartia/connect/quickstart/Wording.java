package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.logging.HumanDuration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The texts of a snapshot's figures, the same wherever they are shown. A dash is what is not known. */
record Wording(Snapshot snapshot) {

    private static final String UNKNOWN = "-";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    String sessionsPerSecond() {
        return perSecond(OptionalDouble.of(snapshot.progress().sessionsPerSecond()));
    }

    String requestsPerSecond() {
        return perSecond(snapshot.progress().requestsPerSecond());
    }

    String remaining() {
        return snapshot.progress().remaining().isPresent()
                ? count(snapshot.progress().remaining().getAsLong())
                : UNKNOWN;
    }

    /** When the remaining history will be read. */
    String doneAt() {
        return snapshot.progress()
                .timeLeft()
                .map(left -> CLOCK.format(snapshot.time().plus(left)) + ", in " + HumanDuration.of(left))
                .orElse(UNKNOWN);
    }

    String lag(StreamSight stream) {
        return stream.lag(snapshot.time()).map(HumanDuration::of).orElse(UNKNOWN);
    }

    static String position(StreamSight stream) {
        return date(stream.position());
    }

    static String newest(StreamSight stream) {
        return date(stream.table().newest());
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String date(Optional<?> date) {
        return date.map(Object::toString).orElse(UNKNOWN);
    }

    private static String perSecond(OptionalDouble rate) {
        return rate.isPresent() ? String.format(Locale.ROOT, "%,.1f", rate.getAsDouble()) : UNKNOWN;
    }
}
