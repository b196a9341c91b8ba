package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sessions to publish and malformed ones to write as dead letters, in this order.
 *
 * @param organisation whose sessions they are
 * @param closing the ids of those that were published as in progress before, and get a tombstone there
 * @param before where reading stands as long as not all of them are published; empty where nothing was published yet
 * @param after where it stands once they are
 */
public record Delivery(
        String organisation,
        SessionStream stream,
        List<Entry> entries,
        Set<String> closing,
        Optional<StreamOffset> before,
        StreamOffset after) {

    public Delivery {
        entries = List.copyOf(entries);
        closing = Set.copyOf(closing);
    }

    /** How many records it becomes: a session that is closed gets two. */
    int records() {
        return entries.size() + closing.size();
    }
}
