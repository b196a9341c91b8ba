package io.github.smartia.cli.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which sessions to list.
 *
 * @param after exclusive lower bound of the stream's date
 * @param before exclusive upper bound of the stream's date
 * @param descending whether the latest date comes first
 * @param limit sessions on a page, 1 to 100
 * @param offset sessions to skip; not with a cursor
 */
public record Search(
        SessionStream stream,
        Optional<Instant> after,
        Optional<Instant> before,
        boolean descending,
        int limit,
        long offset,
        Optional<String> cursor) {

    /** The most sessions that the API puts on a page. */
    public static final int MAX_LIMIT = 100;

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** All sessions of a stream, the oldest first. */
    public static Search oldest(SessionStream stream) {
        return new Search(stream, Optional.empty(), Optional.empty(), false, MAX_LIMIT, 0, Optional.empty());
    }

    /** All sessions of a stream, the newest first. */
    public static Search newest(SessionStream stream) {
        return new Search(stream, Optional.empty(), Optional.empty(), true, MAX_LIMIT, 0, Optional.empty());
    }

    /** Strictly after {@code bound}. */
    public Search after(Instant bound) {
        return new Search(stream, Optional.of(bound), before, descending, limit, offset, cursor);
    }

    /** Strictly before {@code bound}. */
    public Search before(Instant bound) {
        return new Search(stream, after, Optional.of(bound), descending, limit, offset, cursor);
    }

    public Search limit(int sessions) {
        return new Search(stream, after, before, descending, sessions, offset, cursor);
    }

    public Search offset(long sessions) {
        return new Search(stream, after, before, descending, limit, sessions, cursor);
    }

    public Search cursor(String text) {
        return new Search(stream, after, before, descending, limit, offset, Optional.of(text));
    }

    /** The body of the search call. */
    byte[] body() {
        ObjectNode body = JsonMapper.shared().createObjectNode().put("limit", limit);
        cursor.ifPresentOrElse(text -> body.put("cursor", text), () -> body.put("offset", offset));
        ObjectNode search = body.putObject("search").put("status", stream.name());
        if (after.isPresent() || before.isPresent()) {
            ObjectNode range = search.putObject(stream.dateField());
            after.ifPresent(bound -> range.put("gt", DATE.format(bound)));
            before.ifPresent(bound -> range.put("lt", DATE.format(bound)));
        }
        body.putObject("sort").put("field", stream.dateField()).put("direction", direction());
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The query of the in-progress call, without bounds and cursor. */
    String query() {
        return "limit=" + limit + "&offset=" + offset + "&sort%5Bfield%5D=" + stream.dateField()
                + "&sort%5Bdirection%5D=" + direction();
    }

    private String direction() {
        return descending ? "desc" : "asc";
    }
}
