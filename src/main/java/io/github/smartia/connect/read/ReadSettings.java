package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Settings for reading an organisation.
 *
 * @param streams each stream at most once
 * @param startDate the first date of interest of a stream that was never read; empty for all of history
 * @param pollInterval from the start of one poll of a caught-up stream to the start of the next
 * @param lookback how long after its date a session may become visible or change
 * @param pageSize sessions on a page, 1 to 100
 * @param maxConcurrentRequests how many requests of a stream may be in flight
 * @param extras what is published besides sessions
 */
public record ReadSettings(
        List<SessionStream> streams,
        Optional<Instant> startDate,
        Duration pollInterval,
        Duration lookback,
        int pageSize,
        int maxConcurrentRequests,
        Set<Extra> extras) {

    /** What may be published besides sessions. */
    public enum Extra {
        /** A tombstone for each session in progress that completes. */
        TOMBSTONES,
        /** A dead letter for each malformed session; without them, a malformed session ends reading. */
        DEAD_LETTERS
    }

    public ReadSettings {
        streams = List.copyOf(streams);
        extras = Set.copyOf(extras);
    }

    public boolean publishes(Extra extra) {
        return extras.contains(extra);
    }
}
