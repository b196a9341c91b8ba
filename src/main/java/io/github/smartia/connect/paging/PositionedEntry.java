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
 * An entry of a page and its place in the stream.
 *
 * @param position by the entry's own date; where that can't be read, by the date of its neighbour in the API's order
 * @param hasOwnDate whether the place is certain: among other neighbours, what has no date of its own stands elsewhere
 */
public record PositionedEntry(Position position, Entry entry, boolean hasOwnDate) {

    /**
     * The entries of a page in its order, dated in the order of the stream.
     *
     * @param earliest stands for the date where none on the page can be read
     */
    public static List<PositionedEntry> all(List<Entry> entries, DateField field, Instant earliest) {
        List<PositionedEntry> dated = new ArrayList<>(entries.size());
        Instant date = first(entries, field).orElse(earliest);
        for (Entry entry : entries) {
            Optional<Instant> ownDate = entry.date(field);
            date = ownDate.orElse(date);
            dated.add(new PositionedEntry(new Position(date, idOf(entry)), entry, ownDate.isPresent()));
        }
        return dated;
    }

    /** The first date on a page that can be read. */
    static Optional<Instant> first(List<Entry> entries, DateField field) {
        return entries.stream().flatMap(entry -> entry.date(field).stream()).findFirst();
    }

    public Instant date() {
        return position.date();
    }

    /** Whether the entry has a date of its own, from {@code from} on and before {@code end}. */
    boolean isWithin(Instant from, Instant end) {
        return hasOwnDate && !date().isBefore(from) && date().isBefore(end);
    }

    /** What tells it from other entries, wherever it is listed. */
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
