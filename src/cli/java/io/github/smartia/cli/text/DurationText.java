package io.github.smartia.cli.text;

import java.util.Locale;

/** Durations as text. */
public final class DurationText {

    private DurationText() {}

    /** In its two largest units. */
    public static String of(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%d min %d s", seconds / 60, seconds % 60);
        }
        return seconds < 86_400
                ? String.format(Locale.ROOT, "%d h %d min", seconds / 3600, seconds % 3600 / 60)
                : String.format(Locale.ROOT, "%d d %d h", seconds / 86_400, seconds % 86_400 / 3600);
    }
}
