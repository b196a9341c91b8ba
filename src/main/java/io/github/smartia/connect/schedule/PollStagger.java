package io.github.smartia.connect.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;

/** Spreads what many organisations do in every interval evenly over it: each has a moment of its own, from its name. */
public final class PollStagger {

    private PollStagger() {}

    /** How long after its first round an organisation has the second: up to {@code interval}, and more than nothing. */
    public static Duration of(String organisation, Duration interval) {
        CRC32 hash = new CRC32();
        hash.update(organisation.getBytes(StandardCharsets.UTF_8));
        double share = (hash.getValue() + 1) / (double) (1L << 32);
        return Duration.ofNanos(Math.max(1, (long) (interval.toNanos() * share)));
    }
}
