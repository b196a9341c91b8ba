package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What to ask the API for: the sessions of one status whose date lies between two bounds, in the order of that date.
 *
 * @param after exclusive lower bound, in whole milliseconds
 * @param before exclusive upper bound, in whole milliseconds
 * @param limit sessions on a page, 1 to 100
 * @param offset sessions to skip; 0 where there is a cursor
 * @param cursor where to go on, from the page before
 */
public record SessionQuery(
        Status status,
        DateField dateField,
        Optional<Instant> after,
        Optional<Instant> before,
        int limit,
        int offset,
        Optional<String> cursor) {

    /** The most sessions that the API puts on a page. */
    public static final int MAX_LIMIT = 100;

    /** The first page of all sessions with {@code status}, by {@code dateField}. */
    public static SessionQuery of(Status status, DateField dateField, int limit) {
        return new SessionQuery(status, dateField, Optional.empty(), Optional.empty(), limit, 0, Optional.empty());
    }

    /** The same from {@code date} on, that millisecond included: the API's {@code gt} excludes its bound. */
    public SessionQuery from(Instant date) {
        return new SessionQuery(status, dateField, Optional.of(date.minusMillis(1)), before, limit, offset, cursor);
    }

    /** The same up to {@code date}, that millisecond included. */
    public SessionQuery upTo(Instant date) {
        return new SessionQuery(status, dateField, after, Optional.of(date.plusMillis(1)), limit, offset, cursor);
    }

    public SessionQuery withLimit(int sessions) {
        return new SessionQuery(status, dateField, after, before, sessions, offset, cursor);
    }

    public SessionQuery skipping(int sessions) {
        return new SessionQuery(status, dateField, after, before, limit, sessions, Optional.empty());
    }

    public SessionQuery goingOnAt(String nextCursor) {
        return new SessionQuery(status, dateField, after, before, limit, 0, Optional.of(nextCursor));
    }
}
