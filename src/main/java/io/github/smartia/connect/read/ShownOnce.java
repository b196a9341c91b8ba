package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.Fingerprint;
import io.github.smartia.connect.paging.PositionedEntry;
import io.github.smartia.connect.paging.Segment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fingerprints of what a segment shows of its stream. */
final class ShownOnce {

    private ShownOnce() {}

    /** Of a session that is listed twice, the same content each time, in whatever order the two come. */
    static Map<Fingerprint, PositionedEntry> of(Segment segment, SessionStream stream, ContentHash hash) {
        Map<Long, Fingerprint> byId = new HashMap<>();
        Map<Fingerprint, PositionedEntry> all = new LinkedHashMap<>();
        for (PositionedEntry entry : segment.entries()) {
            if (entry.entry() instanceof Session session && session.status() != stream.status()) {
                continue;
            }
            Fingerprint fingerprint = fingerprint(entry, hash);
            Fingerprint other = byId.get(fingerprint.id());
            if (other == null || other.content() <= fingerprint.content()) {
                byId.put(fingerprint.id(), fingerprint);
                all.remove(other);
                all.put(fingerprint, entry);
            }
        }
        return all;
    }

    /**
     * A malformed session is known by its content alone: its id may be missing, or be the same nonsense in many. It counts as
     * another once its content is hashed in another way.
     */
    static Fingerprint fingerprint(PositionedEntry entry, ContentHash hash) {
        long content = hash.of(entry.entry());
        long id = entry.entry() instanceof Session session
                ? Fingerprint.id(session.sessionId())
                : Fingerprint.id(content);
        long date = entry.hasOwnDate() ? entry.date().toEpochMilli() : Fingerprint.UNDATED;
        return new Fingerprint(id, Fingerprint.content(content), date);
    }
}
