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
 * The sessions published since the watermark, so that reading them again finds what is new or changed. Every published content
 * of a session is remembered, so that the session is not published each time the API shows an earlier content again. Not
 * thread-safe.
 */
public final class PublishedSessions {

    /** Beyond this number of undated sessions, the least recently seen are forgotten. */
    static final int MAX_UNDATED = 5_000;

    /** Beyond this number of contents of a session, the earliest are forgotten. */
    private static final int MAX_CONTENTS = 8;

    private static final Comparator<Fingerprint> BY_DATE =
            Comparator.comparingLong(Fingerprint::date).thenComparingLong(Fingerprint::id);

    /** The published contents of each session, the latest last. */
    private final Map<Long, List<Fingerprint>> byId = new HashMap<>();

    /** The latest content of each session. */
    private final NavigableSet<Fingerprint> byDate = new TreeSet<>(BY_DATE);

    /** Sessions that the API no longer shows. */
    private final Set<Long> vanished = new HashSet<>();

    /** Undated sessions, the least recently seen first. They may be listed again anywhere. */
    private final Map<Long, Fingerprint> undated = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Fingerprint> leastRecent) {
            return size() > MAX_UNDATED;
        }
    };

    /**
     * Whether a session was published with this content, as far as its contents are known. Remembers this content if the
     * published content was unknown and the date is the same.
     */
    boolean recognises(Fingerprint fingerprint) {
        if (fingerprint.isUndated()) {
            return Optional.ofNullable(undated.get(fingerprint.id()))
                    .filter(fingerprint::hasSameContentAs)
                    .isPresent();
        }
        List<Fingerprint> contents = contents(fingerprint.id());
        boolean recognised = contents.stream().anyMatch(fingerprint::hasSameContentAs);
        if (recognised && !contents.stream().allMatch(Fingerprint::hasKnownContent)) {
            add(fingerprint);
        }
        return recognised;
    }

    /** Whether this is the content with which a session was last published. */
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

    /** Whether a session was published with any content. */
    boolean containsId(long id) {
        return byId.containsKey(id);
    }

    /** The date with which a session was last published. */
    Optional<Instant> date(long id) {
        return latest(id).map(fingerprint -> Instant.ofEpochMilli(fingerprint.date()));
    }

    void add(Fingerprint fingerprint) {
        if (fingerprint.isUndated()) {
            undated.put(fingerprint.id(), fingerprint);
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

    /** Adds a content that was not published, unless the session was published with a later date. */
    void addUnlessLater(Fingerprint fingerprint) {
        if (latest(fingerprint.id())
                .filter(latest -> latest.date() > fingerprint.date())
                .isEmpty()) {
            add(fingerprint);
        }
    }

    /**
     * Forgets the sessions dated before the watermark, which are not read again.
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

    /** Whether any remembered session is dated before {@code date}. */
    boolean holdsAnyBefore(Instant date) {
        return !byDate.isEmpty() && BY_DATE.compare(byDate.first(), startOf(date)) < 0;
    }

    /** The ids of the sessions in a span of time; {@code to} is excluded. */
    Set<Long> idsBetween(Instant from, Instant to) {
        Set<Long> ids = new HashSet<>();
        between(from, to).forEach(fingerprint -> ids.add(fingerprint.id()));
        return ids;
    }

    /** How many sessions the API is expected to show in a span of time; {@code to} is excluded. */
    public int countBetween(Instant from, Instant to) {
        NavigableSet<Fingerprint> all = between(from, to);
        long vanishedCount = vanished.isEmpty()
                ? 0
                : all.stream().filter(some -> vanished.contains(some.id())).count();
        return (int) (all.size() - vanishedCount);
    }

    /** The median date of the sessions in a span of time; {@code to} is excluded. */
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
     * Marks a session that the API no longer shows.
     *
     * @return whether it was not marked before
     */
    boolean vanished(long id) {
        return byId.containsKey(id) && vanished.add(id);
    }

    /** Marks a session that the API shows. */
    void shown(long id) {
        vanished.remove(id);
    }

    /** Undated sessions, then those dated since {@code watermark}, the latest first. */
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

    /** Orders before all sessions of a date. */
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
