package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One answer of the API.
 *
 * @param entries what {@code data} held, in the API's order
 * @param total how many sessions match the query, on this page and off it
 * @param limit how many sessions the API would put on one page of this query
 * @param nextCursor opaque; asks for the page after this one
 * @param servedAt what the API's clock showed when it answered, in whole seconds; empty where it does not tell
 */
public record SessionPage(
        List<Entry> entries, long total, int limit, Optional<String> nextCursor, Optional<Instant> servedAt) {

    public SessionPage {
        entries = List.copyOf(entries);
    }

    /** As its body tells it: the time stands beside that. */
    public SessionPage(List<Entry> entries, long total, int limit, Optional<String> nextCursor) {
        this(entries, total, limit, nextCursor, Optional.empty());
    }

    public SessionPage served(Optional<Instant> at) {
        return new SessionPage(entries, total, limit, nextCursor, at);
    }
}
