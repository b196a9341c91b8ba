package io.github.smartia.connect.simulated;

import java.util.Optional;

/**
 * Which page of what.
 *
 * @param offset sessions to skip, be it by the request's own offset or by its cursor
 */
record PageRequest(Criteria criteria, SortField sort, boolean descending, int limit, int offset) {

    private static final int MOST = 100;

    /** Checks what the API checks; {@code cursor}, where there is one, sets the offset. */
    static PageRequest of(
            Criteria criteria, SortField sort, String direction, int limit, int offset, Optional<String> cursor) {
        refuseUnless(limit >= 1 && limit <= MOST, "limit must be 1 to " + MOST);
        refuseUnless(offset >= 0, "offset must not be negative");
        refuseUnless(offset == 0 || cursor.isEmpty(), "offset and cursor must not be combined");
        refuseUnless(direction.equals("asc") || direction.equals("desc"), "sort.direction must be asc or desc");
        boolean descending = direction.equals("desc");
        int start = cursor.map(text -> Cursor.offset(text, sort, descending)).orElse(offset);
        return new PageRequest(criteria, sort, descending, limit, start);
    }

    Optional<String> previousCursor() {
        return offset == 0 ? Optional.empty() : Optional.of(cursorAt(Math.max(0, offset - limit)));
    }

    Optional<String> nextCursor(int total) {
        return total - limit <= offset ? Optional.empty() : Optional.of(cursorAt(offset + limit));
    }

    private String cursorAt(int position) {
        return Cursor.of(position, sort, descending);
    }

    private static void refuseUnless(boolean sound, String message) {
        if (!sound) {
            throw new BadRequest(message);
        }
    }
}
