package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One response of the API.
 *
 * @param entries what {@code data} held, in the API's order
 * @param total how many sessions match the query, on this page and off it, as the API counts them
 * @param servedAt what the API's clock showed when it responded, in whole seconds; empty where it does not say
 */
public record SessionPage(List<Entry> entries, long total, Optional<Instant> servedAt) {

    public SessionPage {
        entries = List.copyOf(entries);
    }

    /** What the body alone says: the API's time is in a header. */
    public SessionPage(List<Entry> entries, long total) {
        this(entries, total, Optional.empty());
    }

    public SessionPage served(Optional<Instant> at) {
        return new SessionPage(entries, total, at);
    }
}
