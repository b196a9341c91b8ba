package io.github.smartia.connect.quickstart;

import java.time.Instant;
import java.util.Optional;

/** Streams as they may stand. */
final class Sights {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Sights() {}

    /** Much was read, up to two seconds before noon. */
    static StreamSight completed() {
        return new StreamSight(
                "completed",
                "done",
                5_012,
                0,
                Optional.of(new SeenSession("9a1b", Instant.parse("2026-11-21T11:59:58Z"))),
                Optional.of(Instant.parse("2026-11-21T11:59:58Z")));
    }

    /** Nothing has arrived. */
    static StreamSight inProgress() {
        return new StreamSight("in-progress", "open", 0, 0, Optional.empty(), Optional.empty());
    }

    /** A stream that counts so many records. */
    static StreamSight inProgress(long records, long tombstones) {
        return new StreamSight("in-progress", "open", records, tombstones, Optional.empty(), Optional.empty());
    }
}
