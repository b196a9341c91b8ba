package io.github.smartia.connect.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A request for the sessions of one status whose date lies between two bounds, in the order of that date.
 *
 * @param after exclusive lower bound, in whole milliseconds
 * @param before exclusive upper bound, in whole milliseconds
 * @param direction whether the earliest or the latest date comes first
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

    /** The most sessions that the API returns on a page. */
    public static final int MAX_LIMIT = 100;

    /** The order of the dates. */
    public enum Direction {
        ASCENDING("asc"),
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

    /** A copy from {@code date} on, that millisecond included: the API's {@code gt} excludes its bound. */
    public SessionQuery from(Instant date) {
        return new SessionQuery(status, dateField, Optional.of(date.minusMillis(1)), before, direction, limit, offset);
    }

    /** A copy up to {@code date}, that millisecond included. */
    public SessionQuery upTo(Instant date) {
        return new SessionQuery(status, dateField, after, Optional.of(date.plusMillis(1)), direction, limit, offset);
    }

    public SessionQuery withLimit(int sessions) {
        return new SessionQuery(status, dateField, after, before, direction, sessions, offset);
    }

    public SessionQuery withOffset(int sessions) {
        return new SessionQuery(status, dateField, after, before, direction, limit, sessions);
    }

    /** A copy with the latest date first. */
    public SessionQuery newestFirst() {
        return new SessionQuery(status, dateField, after, before, Direction.DESCENDING, limit, offset);
    }

    /**
     * Whether the request is plain: ascending from a date, without an offset or an upper bound. Plain requests can replace any
     * other request. An API that rejects them can't be read.
     */
    public boolean isPlain() {
        return direction == Direction.ASCENDING && offset == 0 && before.isEmpty();
    }
}
