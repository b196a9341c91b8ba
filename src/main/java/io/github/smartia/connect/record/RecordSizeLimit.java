package io.github.smartia.connect.record;

import java.util.Map;
import java.util.Optional;

/**
 * How large the producer lets a record be, as far as the connector's own settings show: the worker's are out of sight.
 */
public final class RecordSizeLimit {

    /** Connect's own. What is not a number there is refused by the producer, with its own words. */
    static final String SETTING = "producer.override.max.request.size";

    private static final int DEFAULT = 1 << 20;
    private static final int MARGIN = 8 << 10;

    private RecordSizeLimit() {}

    /** The most bytes of JSON that a session may have. */
    public static long maxSessionBytes(Map<String, ?> properties) {
        int maxRequest = Optional.ofNullable(properties.get(SETTING))
                .flatMap(RecordSizeLimit::number)
                .orElse(DEFAULT);
        // A limit that is hardly more than the margin leaves room for something still.
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
