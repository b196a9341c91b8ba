package io.github.smartia.connect.api;

import io.github.smartia.connect.model.Entry;
import java.util.List;
import java.util.Optional;

/**
 * One answer of the API.
 *
 * @param entries what {@code data} held, in the API's order
 * @param total how many sessions match the query, on this page and off it
 * @param limit how many sessions the API would put on one page of this query
 * @param nextCursor opaque; asks for the page after this one
 */
public record SessionPage(List<Entry> entries, long total, int limit, Optional<String> nextCursor) {

    public SessionPage {
        entries = List.copyOf(entries);
    }
}
