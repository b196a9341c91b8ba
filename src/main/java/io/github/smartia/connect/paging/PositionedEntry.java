package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a page and its position in the stream.
 *
 * @param position has the entry's own date, or else the last date listed before the entry, or else the first date on the page
 * @param hasOwnDate whether the entry has a date of its own; otherwise its position depends on the entries around it
 */
public record PositionedEntry(Position position, Entry entry, boolean hasOwnDate) {

    /**
     * The entries of a page, in the API's order.
     *
     * @param defaultDate the date of all entries if no date on the page can be read
     */
    public static List<PositionedEntry> all(List<Entry> entries, DateField field, Instant defaultDate) {
        List<PositionedEntry> positioned = new ArrayList<>(entries.size());
        Instant date = entries.stream()
                .flatMap(entry -> entry.date(field).stream())
                .findFirst()
                .orElse(defaultDate);
        for (Entry entry : entries) {
            Optional<Instant> ownDate = entry.date(field);
            date = ownDate.orElse(date);
            positioned.add(new PositionedEntry(new Position(date, idOf(entry)), entry, ownDate.isPresent()));
        }
        return positioned;
    }

    public Instant date() {
        return position.date();
    }

    /** Whether the entry has a date of its own from {@code from} (inclusive) to {@code end} (exclusive). */
    boolean isWithin(Instant from, Instant end) {
        return hasOwnDate && !date().isBefore(from) && date().isBefore(end);
    }

    /** Equal for the same entry on different pages. */
    Object identity() {
        return entry instanceof MalformedSession malformed ? malformed : position;
    }

    private static String idOf(Entry entry) {
        if (entry instanceof Session session) {
            return session.sessionId();
        }
        return ((MalformedSession) entry).sessionId().orElse("");
    }
}
