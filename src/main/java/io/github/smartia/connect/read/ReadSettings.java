package io.github.smartia.connect.read;

import io.github.smartia.connect.model.SessionStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How to read.
 *
 * @param streams which streams, each once
 * @param startDate the first date of interest, for a stream that was never read; empty for all of history
 * @param pollInterval from the start of one round to the start of the next, once caught up
 * @param lookback how long after its date a session may become visible
 * @param pageSize sessions in an answer, 1 to 100
 * @param maxConcurrentRequests how many requests a stream may have under way
 * @param tombstones whether a session that was published as in progress is closed when it completes
 * @param deadLetters whether a malformed session is handed over like others; else it ends reading
 */
public record ReadSettings(
        List<SessionStream> streams,
        Optional<Instant> startDate,
        Duration pollInterval,
        Duration lookback,
        int pageSize,
        int maxConcurrentRequests,
        boolean tombstones,
        boolean deadLetters) {

    public ReadSettings {
        streams = List.copyOf(streams);
    }
}
