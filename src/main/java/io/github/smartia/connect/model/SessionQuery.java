package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.Optional;

/**
 * What to ask the API for: the sessions of one status whose date lies between two bounds, in the order of that date.
 *
 * @param after exclusive lower bound, in whole milliseconds
 * @param before exclusive upper bound, in whole milliseconds
 * @param direction whether the earliest date comes first or the latest
 * @param limit sessions on a page, 1 to 100
 * @param offset sessions to skip
 */
public record SessionQuery(
        Status status,
        DateField dateField,
        Optional<Instant> after,
        Optional<Instant> before,
        Direction direction,
        int limit,
        int offset) {

    /** The most sessions that the API puts on a page. */
    public static final int MAX_LIMIT = 100;

    /** In which order sessions are asked for. */
    public enum Direction {
        /** The earliest first. */
        ASCENDING("asc"),
        /** The latest first. */
        DESCENDING("desc");

        private final String apiName;

        Direction(String apiName) {
            this.apiName = apiName;
        }

        /** The name in requests. */
        public String apiName() {
            return apiName;
        }
    }

    /** The first page of all sessions with {@code status}, by {@code dateField}. */
    public static SessionQuery of(Status status, DateField dateField, int limit) {
        return new SessionQuery(status, dateField, Optional.empty(), Optional.empty(), Direction.ASCENDING, limit, 0);
    }

    /** The same from {@code date} on, that millisecond included: the API's {@code gt} excludes its bound. */
    public SessionQuery from(Instant date) {
        return new SessionQuery(status, dateField, Optional.of(date.minusMillis(1)), before, direction, limit, offset);
    }

    /** The same up to {@code date}, that millisecond included. */
    public SessionQuery upTo(Instant date) {
        return new SessionQuery(status, dateField, after, Optional.of(date.plusMillis(1)), direction, limit, offset);
    }

    public SessionQuery withLimit(int sessions) {
        return new SessionQuery(status, dateField, after, before, direction, sessions, offset);
    }

    public SessionQuery withOffset(int sessions) {
        return new SessionQuery(status, dateField, after, before, direction, limit, sessions);
    }

    /** The same with the latest date first. */
    public SessionQuery newestFirst() {
        return new SessionQuery(status, dateField, after, before, Direction.DESCENDING, limit, offset);
    }

    /**
     * Whether this is the plainest way to read on: ascending from a date, without an offset or an upper bound. An API that
     * refuses such a request can't be read at all; any other request can be replaced by some of these.
     */
    public boolean isPlain() {
        return direction == Direction.ASCENDING && offset == 0 && before.isEmpty();
    }
}
