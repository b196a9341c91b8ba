package io.github.smartia.connect.api.json;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads instants the way the API writes them, {@code 2026-01-06T09:30:00.250Z}, many times faster than the JDK's parser
 * of all that ISO 8601 allows: a session has three of them, which would take most of the time that it takes to read one.
 */
final class UsualInstant {

    private static final String SHAPE = "0000-00-00T00:00:00.000Z";

    private UsualInstant() {}

    /**
     * The instant; empty where the text is written in another way, or tells an hour or second that only ISO 8601 knows.
     *
     * @throws java.time.DateTimeException if there is no such date or time
     */
    static Optional<Instant> parse(String text) {
        if (!hasShape(text) || number(text, 11, 13) > 23 || number(text, 17, 19) > 59) {
            return Optional.empty();
        }
        LocalDateTime time = LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19),
                number(text, 20, 23) * 1_000_000);
        return Optional.of(time.toInstant(ZoneOffset.UTC));
    }

    private static boolean hasShape(String text) {
        if (text.length() != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char expected = SHAPE.charAt(i);
            char actual = text.charAt(i);
            boolean fits = expected == '0' ? actual >= '0' && actual <= '9' : actual == expected;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int begin, int end) {
        int number = 0;
        for (int i = begin; i < end; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
