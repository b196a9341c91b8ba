package io.github.smartia.connect.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Remembers what was published from the watermark on, so that reading there again finds what is new or changed and
 * nothing else. Of each session it remembers every content that was published, so that an API that shows an earlier one
 * again has nothing repeated. Not thread-safe.
 */
final class Published {

    /** Of more sessions without a date those that were not seen for longest are forgotten. */
    static final int MAX_UNDATED = 5_000;

    /** Of a session that changed more often, the earlier contents are forgotten. */
    private static final int MAX_CONTENTS = 8;

    /** By id, in the order of publishing; what was published of each, the last at the end. */
    private final Map<Long, List<Fingerprint>> byId = new LinkedHashMap<>();

    /** What has no date, in the order in which it was last seen: nobody knows where it will be seen again. */
    private final Map<Long, Fingerprint> undated = new LinkedHashMap<>();

    /** Whether a session was published just so, as far as its contents are known. */
    boolean recognises(Fingerprint fingerprint) {
        if (fingerprint.isUndated()) {
            Fingerprint known = undated.remove(fingerprint.id());
            if (known != null) {
                undated.put(known.id(), known);
            }
            return known != null && known.sameContentAs(fingerprint);
        }
        List<Fingerprint> contents = contents(fingerprint.id());
        boolean recognised = contents.stream().anyMatch(fingerprint::sameContentAs);
        if (recognised) {
            // What was not known of an earlier run is known now.
            byId.computeIfPresent(
                    fingerprint.id(),
                    (id, known) -> known.stream()
                            .map(content -> content.isKnown() ? content : fingerprint)
                            .toList());
        }
        return recognised;
    }

    /** Whether a session was published just so the last time that it was. */
    boolean isLatest(Fingerprint fingerprint) {
        List<Fingerprint> contents = contents(fingerprint.id());
        return contents.isEmpty() || contents.get(contents.size() - 1).sameContentAs(fingerprint);
    }

    private List<Fingerprint> contents(long id) {
        return byId.getOrDefault(id, List.of());
    }

    /** Whether a session was published, however it looked. */
    boolean containsId(long id) {
        return byId.containsKey(id);
    }

    void add(Fingerprint fingerprint) {
        if (fingerprint.isUndated()) {
            undated.remove(fingerprint.id());
            undated.put(fingerprint.id(), fingerprint);
            if (undated.size() > MAX_UNDATED) {
                undated.remove(undated.keySet().iterator().next());
            }
            return;
        }
        List<Fingerprint> contents = new ArrayList<>(contents(fingerprint.id()));
        contents.removeIf(fingerprint::sameContentAs);
        contents.add(fingerprint);
        byId.remove(fingerprint.id());
        byId.put(fingerprint.id(), contents.size() > MAX_CONTENTS ? contents.subList(1, contents.size()) : contents);
    }

    /**
     * Forgets what will not be read again.
     *
     * @param clock what is dated later was published before its time, and keeps nothing that follows it
     */
    void forgetBefore(Instant watermark, Instant clock) {
        Iterator<List<Fingerprint>> all = byId.values().iterator();
        while (all.hasNext()) {
            Fingerprint latest = last(all.next());
            if (isBefore(latest, watermark)) {
                all.remove();
            } else if (!latest.isAfter(clock)) {
                return;
            }
        }
    }

    /** The ids of what is remembered from {@code watermark} on, by date. */
    NavigableMap<Instant, Set<Long>> idsByDate(Instant watermark) {
        NavigableMap<Instant, Set<Long>> ids = new TreeMap<>();
        byId.forEach((id, contents) -> {
            Fingerprint latest = last(contents);
            if (!isBefore(latest, watermark)) {
                ids.computeIfAbsent(Instant.ofEpochMilli(latest.date()), date -> new HashSet<>())
                        .add(id);
            }
        });
        return ids;
    }

    /** What is remembered from {@code watermark} on, the last published first; before that, what has no date. */
    Iterable<Fingerprint> latestFirst(Instant watermark) {
        List<Fingerprint> remembered = new ArrayList<>();
        byId.values().stream()
                .filter(contents -> !isBefore(last(contents), watermark))
                .forEach(remembered::addAll);
        remembered.addAll(undated.values());
        Collections.reverse(remembered);
        return remembered;
    }

    private static Fingerprint last(List<Fingerprint> contents) {
        return contents.get(contents.size() - 1);
    }

    private static boolean isBefore(Fingerprint fingerprint, Instant watermark) {
        return !watermark.equals(Instant.MIN) && fingerprint.date() < watermark.toEpochMilli();
    }
}
