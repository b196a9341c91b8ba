package io.github.smartia.connect.read;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a page and its place in the stream.
 *
 * @param position by the entry's own date; where that can't be read, by the date of its neighbour in the API's order
 */
record Dated(Position position, Entry entry) {

    /** The entries of a page in its order, dated in the order of the stream. */
    static List<Dated> all(List<Entry> entries, DateField field, Instant earliest) {
        List<Dated> dated = new ArrayList<>(entries.size());
        Instant date = earliest;
        for (Entry entry : entries) {
            date = entry.date(field).orElse(date);
            dated.add(new Dated(new Position(date, idOf(entry)), entry));
        }
        return dated;
    }

    Instant date() {
        return position.date();
    }

    private static String idOf(Entry entry) {
        if (entry instanceof Session session) {
            return session.sessionId();
        }
        return ((MalformedSession) entry).sessionId().orElse("");
    }
}
