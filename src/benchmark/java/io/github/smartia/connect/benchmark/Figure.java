package io.github.smartia.connect.benchmark;

import java.util.Locale;
import java.util.Optional;

/**
 * Something measured.
 *
 * @param value with its unit
 * @param target what the value should be; empty where it is only of interest
 * @param reached whether it is; true without a target
 */
record Figure(String name, String value, Optional<String> target, boolean reached) {

    static Figure of(String name, String format, Object... values) {
        return new Figure(name, String.format(Locale.ROOT, format, values), Optional.empty(), true);
    }

    static Figure atLeast(double least, String name, double value) {
        return new Figure(name, text(value), Optional.of("at least " + text(least)), value >= least);
    }

    static Figure atMost(double most, String name, double value) {
        return new Figure(name, text(value), Optional.of("at most " + text(most)), value <= most);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Whether the target was reached, in Markdown; empty without a target. */
    String verdict() {
        return target.map(wanted -> reached ? "reached" : "**missed**").orElse("");
    }
}
