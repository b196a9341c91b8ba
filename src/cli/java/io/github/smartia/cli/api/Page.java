package io.github.smartia.cli.api;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One page of sessions.
 *
 * @param shape of {@code data}
 * @param total how many sessions match, as the API says
 * @param nextCursor the node of that name; a missing node if there is none
 * @param byteOrderMark whether the body began with one
 */
public record Page(
        Search search,
        Response response,
        Shape shape,
        List<Seen> sessions,
        long total,
        JsonNode nextCursor,
        boolean byteOrderMark) {

    /** Shapes of {@code data}. */
    public enum Shape {
        FLAT,
        NESTED,
        NULL
    }

    public int size() {
        return sessions.size();
    }

    /** Whether there may be more sessions than the page shows. */
    public boolean isFull() {
        return size() >= search.limit();
    }

    /** Shows only the number of sessions, which are personal data. */
    @Override
    public String toString() {
        return "page of " + size() + " sessions";
    }
}
