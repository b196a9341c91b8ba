package io.github.smartia.connect.logging;

import java.time.Duration;

/** Durations for messages, rounded to what matters to a reader. */
public final class HumanDuration {

    private HumanDuration() {}

    /** Such as {@code 0.3 s}, {@code 45 s}, {@code 12 min}, {@code 3 h 20 min} and {@code 2 d 5 h}, rounded up. */
    public static String of(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            return Math.ceil(duration.toMillis() / 100.0) / 10 + " s";
        }
        if (duration.compareTo(Duration.ofSeconds(100)) < 0) {
            return duration.plusMillis(999).toSeconds() + " s";
        }
        long minutes = duration.plusSeconds(59).toMinutes();
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 24 ? hours + " h " + minutes % 60 + " min" : hours / 24 + " d " + hours % 24 + " h";
    }
}
