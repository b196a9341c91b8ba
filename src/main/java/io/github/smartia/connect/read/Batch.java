package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sessions to publish and malformed sessions to write as dead letters, in the order of {@code entries}, and the offset after
 * them.
 *
 * @param tombstones the ids of sessions that are followed by a tombstone in the topic of open sessions
 * @param before the offset until all of the batch is published; empty if nothing was published before
 * @param after the offset once all of the batch is published
 * @param progress is counted when the batch is handed to Connect
 */
public record Batch(
        String organisation,
        SessionStream stream,
        List<Entry> entries,
        Set<String> tombstones,
        Optional<StreamOffset> before,
        StreamOffset after,
        ReadProgress progress) {

    public Batch {
        entries = List.copyOf(entries);
        tombstones = Set.copyOf(tombstones);
    }

    /** How many records the batch becomes, tombstones included. */
    int records() {
        return entries.size() + tombstones.size();
    }
}
