package io.github.smartia.connect.quickstart;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A snapshot's figures in the words of the page.
 *
 * @param lag of each stream by its name
 */
record PageProgress(
        Instant time,
        String state,
        String sessionsPerSecond,
        String requestsPerSecond,
        String remaining,
        String doneAt,
        Map<String, String> lag) {

    PageProgress {
        lag = Map.copyOf(lag);
    }

    /** Before the first snapshot. */
    static PageProgress none(Instant time) {
        return new PageProgress(time, "STARTING", "-", "-", "-", "-", Map.of());
    }

    static PageProgress of(Snapshot snapshot) {
        Wording wording = new Wording(snapshot);
        return new PageProgress(
                snapshot.time(),
                snapshot.state(),
                wording.sessionsPerSecond(),
                wording.requestsPerSecond(),
                wording.remaining(),
                wording.doneAt(),
                snapshot.streams().stream().collect(Collectors.toMap(StreamSight::stream, wording::lag)));
    }
}
