package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One response of the API.
 *
 * @param entries the elements of {@code data}, in the API's order
 * @param total how many sessions match the query on all pages, as the API counts them
 * @param servedAt the API's clock when it responded, in whole seconds; empty without a {@code Date} header
 */
public record SessionPage(List<Entry> entries, long total, Optional<Instant> servedAt) {

    public SessionPage {
        entries = List.copyOf(entries);
    }

    /** A response without a {@code Date} header. */
    public SessionPage(List<Entry> entries, long total) {
        this(entries, total, Optional.empty());
    }

    public SessionPage withServedAt(Optional<Instant> at) {
        return new SessionPage(entries, total, at);
    }
}
