package io.github.smartia.connect.record;

import java.util.Optional;

/**
 * A text, truncated if the whole would not fit into a record.
 *
 * @param text ends with a whole character
 * @param cut says how much was cut; empty if nothing was
 */
record FittingText(String text, Optional<String> cut) {

    private static final int MOST_BYTES_OF_A_CHAR = 6;

    /** As much of {@code text} as fits into {@code maxBytes}, both in UTF-8 and as a string in JSON. */
    static FittingText of(String text, long maxBytes) {
        int end = end(text, maxBytes);
        if (end == text.length()) {
            return new FittingText(text, Optional.empty());
        }
        String beginning = text.substring(0, end);
        return new FittingText(
                beginning,
                Optional.of("cut to its first %d of %d bytes".formatted(utf8Length(beginning), utf8Length(text))));
    }

    private static int end(String text, long maxBytes) {
        if ((long) text.length() * MOST_BYTES_OF_A_CHAR <= maxBytes) {
            return text.length();
        }
        long rest = maxBytes;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            rest -= jsonLength(character);
            if (rest < 0) {
                break;
            }
            end += Character.charCount(character);
        }
        return end;
    }

    /**
     * The maximum number of bytes that a character takes. A converter to JSON escapes quotes and control characters. Kafka's
     * own JSON converter writes a character outside the basic plane, such as an emoji, as two escapes.
     */
    private static int jsonLength(int character) {
        if (character < ' ' || !Character.isBmpCodePoint(character)) {
            return MOST_BYTES_OF_A_CHAR * Character.charCount(character);
        }
        return character == '"' || character == '\\' ? 2 : utf8Length(character);
    }

    private static long utf8Length(String text) {
        return text.codePoints().mapToLong(FittingText::utf8Length).sum();
    }

    private static int utf8Length(int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return Character.isBmpCodePoint(character) ? 3 : 4;
    }
}
