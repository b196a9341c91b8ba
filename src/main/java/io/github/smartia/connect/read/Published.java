package io.github.smartia.connect.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers what was published from the watermark on, so that reading there again finds what is new or changed and
 * nothing else. Not thread-safe.
 */
final class Published {

    /** Of more sessions without a date those that were not seen for longest are forgotten. */
    static final int MAX_UNDATED = 5_000;

    /** By id, in the order of publishing. */
    private final Map<Long, Fingerprint> byId = new LinkedHashMap<>();

    /** What has no date, in the order in which it was last seen: nobody knows where it will be seen again. */
    private final Map<Long, Fingerprint> undated = new LinkedHashMap<>();

    /** Whether a session was published just so, as far as its content at that time is known. */
    boolean recognises(Fingerprint fingerprint) {
        Fingerprint known = others(fingerprint).get(fingerprint.id());
        if (known == null || !known.sameContentAs(fingerprint)) {
            return false;
        }
        if (!known.equals(fingerprint) || fingerprint.isUndated()) {
            add(fingerprint);
        }
        return true;
    }

    /** Whether a session was published, however it looked. */
    boolean containsId(long id) {
        return byId.containsKey(id);
    }

    void add(Fingerprint fingerprint) {
        Map<Long, Fingerprint> others = others(fingerprint);
        others.remove(fingerprint.id());
        others.put(fingerprint.id(), fingerprint);
        if (undated.size() > MAX_UNDATED) {
            undated.remove(undated.keySet().iterator().next());
        }
    }

    private Map<Long, Fingerprint> others(Fingerprint fingerprint) {
        return fingerprint.isUndated() ? undated : byId;
    }

    /**
     * Forgets what will not be read again.
     *
     * @param clock what is dated later was published before its time, and keeps nothing that follows it
     */
    void forgetBefore(Instant watermark, Instant clock) {
        Iterator<Fingerprint> all = byId.values().iterator();
        while (all.hasNext()) {
            Fingerprint next = all.next();
            if (isBefore(next, watermark)) {
                all.remove();
            } else if (!next.isAfter(clock)) {
                return;
            }
        }
    }

    /** The latest date that more than {@code few} of those remembered reach; empty where it is not after {@code clock}. */
    Optional<Instant> dateThatMoreReachThan(int few, Instant clock) {
        long[] later = byId.values().stream()
                .filter(fingerprint -> fingerprint.isAfter(clock))
                .mapToLong(Fingerprint::date)
                .sorted()
                .toArray();
        return later.length > few ? Optional.of(Instant.ofEpochMilli(later[later.length - 1 - few])) : Optional.empty();
    }

    /** What is remembered from {@code watermark} on, the last published first; before that, what has no date. */
    Iterable<Fingerprint> latestFirst(Instant watermark) {
        List<Fingerprint> remembered = new ArrayList<>(byId.values());
        remembered.removeIf(fingerprint -> isBefore(fingerprint, watermark));
        remembered.addAll(undated.values());
        Collections.reverse(remembered);
        return remembered;
    }

    private static boolean isBefore(Fingerprint fingerprint, Instant watermark) {
        return !watermark.equals(Instant.MIN) && fingerprint.date() < watermark.toEpochMilli();
    }
}
