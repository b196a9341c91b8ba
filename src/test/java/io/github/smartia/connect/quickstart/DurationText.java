package io.github.smartia.connect.quickstart;

import java.time.Duration;
import java.util.Locale;

/** Durations as people say them: two units, and no more digits than one can use. */
final class DurationText {

    private DurationText() {}

    /** A duration below zero, which two clocks can make, counts as none. */
    static String of(Duration duration) {
        Duration shown = duration.isNegative() ? Duration.ZERO : duration;
        if (shown.toDays() > 0) {
            return shown.toDays() + " d " + shown.toHoursPart() + " h";
        }
        if (shown.toHours() > 0) {
            return shown.toHours() + " h " + shown.toMinutesPart() + " min";
        }
        if (shown.toMinutes() > 0) {
            return shown.toMinutes() + " min " + shown.toSecondsPart() + " s";
        }
        return String.format(Locale.ROOT, "%d.%d s", shown.toSeconds(), shown.toMillisPart() / 100);
    }
}
