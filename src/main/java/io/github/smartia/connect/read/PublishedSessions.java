package io.github.smartia.connect.read;

import io.github.smartia.connect.offset.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was published from the watermark on, so that reading there again finds what is new or changed and nothing else. Every
 * content that was published of a session is remembered, so that an API that shows an earlier one again has nothing repeated.
 * Not thread-safe.
 */
public final class PublishedSessions {

    /** Of more sessions without a date, those that were not seen for longest are forgotten. */
    static final int MAX_UNDATED = 5_000;

    /** Of a session that changed more often, the earlier contents are forgotten. */
    private static final int MAX_CONTENTS = 8;

    private static final Comparator<Fingerprint> BY_DATE =
            Comparator.comparingLong(Fingerprint::date).thenComparingLong(Fingerprint::id);

    /** What was published of each, the latest at the end. */
    private final Map<Long, List<Fingerprint>> byId = new HashMap<>();

    /** The latest of each. */
    private final NavigableSet<Fingerprint> byDate = new TreeSet<>(BY_DATE);

    /** Those that the API no longer shows. */
    private final Set<Long> vanished = new HashSet<>();

    /** What has no date, in the order in which it was last seen: nobody knows where it will be seen again. */
    private final Map<Long, Fingerprint> undated = new LinkedHashMap<>();

    /** Whether a session was published with this content, as far as its contents are known. */
    boolean recognises(Fingerprint fingerprint) {
        if (fingerprint.isUndated()) {
            return recognisesUndated(fingerprint);
        }
        List<Fingerprint> contents = contents(fingerprint.id());
        boolean recognised = contents.stream().anyMatch(fingerprint::hasSameContentAs);
        if (recognised && !contents.stream().allMatch(Fingerprint::hasKnownContent)) {
            // What was not known of an earlier run is known now.
            add(fingerprint);
        }
        return recognised;
    }

    private boolean recognisesUndated(Fingerprint fingerprint) {
        Fingerprint known = undated.remove(fingerprint.id());
        if (known != null) {
            undated.put(known.id(), known);
        }
        return known != null && known.hasSameContentAs(fingerprint);
    }

    /** Whether a session was published with this content the last time that it was. */
    boolean isLatest(Fingerprint fingerprint) {
        return latest(fingerprint.id()).map(fingerprint::hasSameContentAs).orElse(true);
    }

    private List<Fingerprint> contents(long id) {
        return byId.getOrDefault(id, List.of());
    }

    private Optional<Fingerprint> latest(long id) {
        List<Fingerprint> contents = contents(id);
        return contents.isEmpty() ? Optional.empty() : Optional.of(contents.get(contents.size() - 1));
    }

    /** Whether a session was published, however it looked. */
    boolean containsId(long id) {
        return byId.containsKey(id);
    }

    /** The date with which a session was last published. */
    Optional<Instant> date(long id) {
        return latest(id).map(fingerprint -> Instant.ofEpochMilli(fingerprint.date()));
    }

    void add(Fingerprint fingerprint) {
        if (fingerprint.isUndated()) {
            addUndated(fingerprint);
            return;
        }
        latest(fingerprint.id()).ifPresent(byDate::remove);
        List<Fingerprint> contents = new ArrayList<>(contents(fingerprint.id()));
        contents.removeIf(fingerprint::hasSameContentAs);
        contents.add(fingerprint);
        boolean tooMany = contents.size() > MAX_CONTENTS;
        byId.put(fingerprint.id(), List.copyOf(tooMany ? contents.subList(1, contents.size()) : contents));
        byDate.add(fingerprint);
        vanished.remove(fingerprint.id());
    }

    private void addUndated(Fingerprint fingerprint) {
        undated.remove(fingerprint.id());
        undated.put(fingerprint.id(), fingerprint);
        if (undated.size() > MAX_UNDATED) {
            undated.remove(undated.keySet().iterator().next());
        }
    }

    /**
     * Forgets what will not be read again.
     *
     * @return what was forgotten
     */
    List<Fingerprint> forgetBefore(Instant watermark) {
        NavigableSet<Fingerprint> settled = byDate.headSet(startOf(watermark), false);
        List<Fingerprint> forgotten = List.copyOf(settled);
        for (Fingerprint fingerprint : forgotten) {
            byId.remove(fingerprint.id());
            vanished.remove(fingerprint.id());
        }
        settled.clear();
        return forgotten;
    }

    /** Whether anything is remembered that is dated before {@code date}. */
    boolean holdsAnyBefore(Instant date) {
        return !byDate.isEmpty() && BY_DATE.compare(byDate.first(), startOf(date)) < 0;
    }

    /** The ids of the sessions in a span of time, the second date excluded. */
    Set<Long> idsBetween(Instant from, Instant to) {
        Set<Long> ids = new HashSet<>();
        between(from, to).forEach(fingerprint -> ids.add(fingerprint.id()));
        return ids;
    }

    /** How many sessions in a span of time, the second date excluded, the API is expected to show. */
    public int countBetween(Instant from, Instant to) {
        NavigableSet<Fingerprint> all = between(from, to);
        long gone = vanished.isEmpty()
                ? 0
                : all.stream().filter(some -> vanished.contains(some.id())).count();
        return (int) (all.size() - gone);
    }

    /** The date in the middle of the sessions in a span of time, the second date excluded. */
    public Optional<Instant> middleBetween(Instant from, Instant to) {
        NavigableSet<Fingerprint> all = between(from, to);
        return all.stream()
                .skip(all.size() / 2)
                .findFirst()
                .map(fingerprint -> Instant.ofEpochMilli(fingerprint.date()));
    }

    private NavigableSet<Fingerprint> between(Instant from, Instant to) {
        return from.isBefore(to) ? byDate.subSet(startOf(from), true, startOf(to), false) : new TreeSet<>(BY_DATE);
    }

    /**
     * The API no longer shows a session.
     *
     * @return whether that was not known
     */
    boolean vanished(long id) {
        return byId.containsKey(id) && vanished.add(id);
    }

    /** The API shows a session, again maybe. */
    void shown(long id) {
        vanished.remove(id);
    }

    /** What has no date, then what is remembered from {@code watermark} on: the latest first. */
    Iterable<Fingerprint> latestFirst(Instant watermark) {
        List<Fingerprint> remembered = new ArrayList<>(undated.values());
        Collections.reverse(remembered);
        for (Fingerprint latest : byDate.tailSet(startOf(watermark), true).descendingSet()) {
            List<Fingerprint> contents = contents(latest.id());
            for (int i = contents.size() - 1; i >= 0; i--) {
                remembered.add(contents.get(i));
            }
        }
        return remembered;
    }

    /** Comes before all sessions of a date. */
    private static Fingerprint startOf(Instant date) {
        return new Fingerprint(Long.MIN_VALUE, 0, millis(date));
    }

    private static long millis(Instant date) {
        if (date.equals(Instant.MIN)) {
            return Long.MIN_VALUE;
        }
        return date.equals(Instant.MAX) ? Long.MAX_VALUE : date.toEpochMilli();
    }
}
