package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.Fingerprint;
import io.github.smartia.connect.paging.PositionedEntry;
import io.github.smartia.connect.paging.Segment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fingerprints of the entries of a segment. */
final class SegmentFingerprints {

    private SegmentFingerprints() {}

    /** Each entry of the stream once. If a session is listed twice, the chosen content does not depend on the order. */
    static Map<Fingerprint, PositionedEntry> of(Segment segment, SessionStream stream, ContentHash hash) {
        Map<Long, Fingerprint> byId = new HashMap<>();
        Map<Fingerprint, PositionedEntry> all = new LinkedHashMap<>();
        for (PositionedEntry entry : segment.entries()) {
            if (entry.entry() instanceof Session session && session.status() != stream.status()) {
                continue;
            }
            Fingerprint fingerprint = of(entry, hash);
            Fingerprint other = byId.get(fingerprint.id());
            if (other == null || other.content() <= fingerprint.content()) {
                byId.put(fingerprint.id(), fingerprint);
                all.remove(other);
                all.put(fingerprint, entry);
            }
        }
        return all;
    }

    /** A malformed session is identified by its content: its id may be missing, and several may have the same invalid id. */
    static Fingerprint of(PositionedEntry entry, ContentHash hash) {
        long content = hash.of(entry.entry());
        long id = entry.entry() instanceof Session session
                ? Fingerprint.id(session.sessionId())
                : Fingerprint.id(content);
        long date = entry.hasOwnDate() ? entry.date().toEpochMilli() : Fingerprint.UNDATED;
        return new Fingerprint(id, Fingerprint.content(content), date);
    }
}
