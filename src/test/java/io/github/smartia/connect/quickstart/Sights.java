package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.quickstart.database.Extent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Streams and snapshots as they may be. */
final class Sights {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Sights() {}

    /** Much was read, up to two seconds before noon. */
    static StreamSight completed() {
        Optional<Instant> newest = Optional.of(NOON.minusSeconds(2));
        return new StreamSight("completed", "done", 5_012, 0, new Extent(5_010, newest), newest);
    }

    /** Nothing has arrived. */
    static StreamSight inProgress() {
        return inProgress(0, 0);
    }

    /** A stream that counts so many records, each of a session of its own. */
    static StreamSight inProgress(long records, long tombstones) {
        return new StreamSight(
                "in-progress",
                "open",
                records,
                tombstones,
                new Extent(records - tombstones, Optional.empty()),
                Optional.empty());
    }

    /** At noon, in the middle of history. */
    static Snapshot snapshot() {
        return at(NOON, inProgress());
    }

    /** The same at another time, with another second stream. */
    static Snapshot at(Instant time, StreamSight inProgress) {
        Progress progress = new Progress(500, OptionalDouble.of(5.04), OptionalLong.of(6_000));
        return new Snapshot(time, "RUNNING", List.of(completed(), inProgress), progress);
    }

    /** With an API of which nothing is known. */
    static Snapshot elsewhere() {
        Progress progress = new Progress(0.25, OptionalDouble.empty(), OptionalLong.empty());
        return new Snapshot(NOON, "RUNNING", List.of(completed(), inProgress()), progress);
    }
}
