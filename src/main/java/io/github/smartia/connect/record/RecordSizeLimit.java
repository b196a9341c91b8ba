package io.github.smartia.connect.record;

import java.util.Map;
import java.util.Optional;

/**
 * The size of the largest record that the producer accepts, according to the connector's settings. The worker's settings are
 * not visible to the connector.
 */
public final class RecordSizeLimit {

    /** A setting of Connect. The producer rejects a value that is not a number. */
    static final String SETTING = "producer.override.max.request.size";

    private static final int DEFAULT = 1 << 20;
    private static final int MARGIN = 8 << 10;

    private RecordSizeLimit() {}

    /** The maximum size of a session's JSON in bytes. */
    public static long maxSessionBytes(Map<String, ?> properties) {
        int maxRequest = Optional.ofNullable(properties.get(SETTING))
                .flatMap(RecordSizeLimit::number)
                .orElse(DEFAULT);
        // A limit close to the margin still leaves room for a small session.
        return Math.max(maxRequest - MARGIN, maxRequest / 2);
    }

    private static Optional<Integer> number(Object value) {
        try {
            return Optional.of(Integer.parseInt(value.toString().trim())).filter(number -> number >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
