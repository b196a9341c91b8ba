package io.github.smartia.connect.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;

/** Spreads the polls of many organisations evenly over the poll interval, by a hash of their names. */
public final class PollStagger {

    private PollStagger() {}

    /** The time from the first poll of an organisation to the second: more than zero, at most {@code interval}. */
    public static Duration of(String organisation, Duration interval) {
        CRC32 hash = new CRC32();
        hash.update(organisation.getBytes(StandardCharsets.UTF_8));
        double share = (hash.getValue() + 1) / (double) (1L << 32);
        return Duration.ofNanos(Math.max(1, (long) (interval.toNanos() * share)));
    }
}
