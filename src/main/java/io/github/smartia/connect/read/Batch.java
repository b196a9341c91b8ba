package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sessions to publish and malformed ones to write as dead letters, in this order, with the offset that they lead to.
 *
 * @param organisation whose sessions they are
 * @param closing the ids of those that get a tombstone in the topic of sessions in progress
 * @param before the offset as long as not all of them are published; empty where nothing was published before
 * @param after the offset once they are
 * @param progress how they are counted once they are handed to Connect
 */
public record Batch(
        String organisation,
        SessionStream stream,
        List<Entry> entries,
        Set<String> closing,
        Optional<StreamOffset> before,
        StreamOffset after,
        ReadProgress progress) {

    public Batch {
        entries = List.copyOf(entries);
        closing = Set.copyOf(closing);
    }

    /** How many records it becomes: a session that is closed gets two. */
    int records() {
        return entries.size() + closing.size();
    }
}
