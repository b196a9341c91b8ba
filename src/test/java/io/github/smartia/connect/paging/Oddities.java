package io.github.smartia.connect.paging;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionQuery.Direction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Undocumented behaviour of an API, and how it lists sessions.
 *
 * @param kinds behaviours that are either on or off
 * @param total how it counts matching sessions
 * @param longestPage how many sessions a page shows at most, whatever the limit
 * @param deepest the largest sum of offset and limit that it accepts
 */
public record Oddities(Set<Oddity> kinds, Total total, int longestPage, int deepest) {

    /** As documented; ties come in a different order in each response. */
    public static final Oddities NONE = new Oddities(Set.of(), Total.RIGHT, 100, Integer.MAX_VALUE);

    /** A behaviour that is either on or off. */
    public enum Oddity {
        /** Ties come in the same order each time. */
        STABLE_TIES,
        /** Dates have microseconds that are not shown. */
        FRACTIONS,
        SORTS_BY_SECONDS,
        COMPARES_BY_SECONDS,
        /** One session in five is listed twice. */
        LISTS_TWICE,
        REJECTS_DESCENDING,
        REJECTS_BOTH_BOUNDS
    }

    /** The {@code total} of a response. */
    public enum Total {
        RIGHT,
        ZERO,
        ONE_TOO_FEW,
        ONE_TOO_MANY,
        SIZE_OF_PAGE,
        OTHER_EACH_TIME
    }

    /**
     * A session as the API knows it.
     *
     * @param entry what it shows
     */
    public record Listed(Instant date, String id, Supplier<Entry> entry) {}

    public Oddities and(Oddity... more) {
        Set<Oddity> all = EnumSet.copyOf(List.of(more));
        all.addAll(kinds);
        return new Oddities(all, total, longestPage, deepest);
    }

    public Oddities withTotal(Total other) {
        return new Oddities(kinds, other, longestPage, deepest);
    }

    public Oddities withLongestPage(int sessions) {
        return new Oddities(kinds, total, sessions, deepest);
    }

    public Oddities withDeepest(int offset) {
        return new Oddities(kinds, total, longestPage, offset);
    }

    private boolean has(Oddity oddity) {
        return kinds.contains(oddity);
    }

    /** Whether the API rejects a request. */
    public boolean rejects(SessionQuery query) {
        return (query.offset() > 0 && query.offset() + query.limit() > deepest)
                || (query.direction() == Direction.DESCENDING && has(Oddity.REJECTS_DESCENDING))
                || (query.before().isPresent() && query.after().isPresent() && has(Oddity.REJECTS_BOTH_BOUNDS));
    }

    /**
     * The response to a query.
     *
     * @param sessions all sessions, in any order that stays the same
     */
    public SessionPage page(List<Listed> sessions, SessionQuery query, Random random, Optional<Instant> servedAt) {
        List<Listed> matching = new ArrayList<>();
        for (Listed listed : sessions) {
            if (matches(listed, query)) {
                matching.add(listed);
                if (has(Oddity.LISTS_TWICE) && Math.floorMod(listed.id.hashCode(), 5) == 0) {
                    matching.add(listed);
                }
            }
        }
        if (!has(Oddity.STABLE_TIES)) {
            Collections.shuffle(matching, random);
        }
        Comparator<Listed> byDate =
                Comparator.comparing(listed -> has(Oddity.SORTS_BY_SECONDS) ? second(exact(listed)) : exact(listed));
        matching.sort(query.direction() == Direction.ASCENDING ? byDate : byDate.reversed());
        int from = Math.min(query.offset(), matching.size());
        int to = Math.min(from + Math.min(query.limit(), longestPage), matching.size());
        List<Entry> shown = matching.subList(from, to).stream()
                .map(listed -> listed.entry.get())
                .toList();
        return new SessionPage(shown, total(matching.size(), shown.size(), random), servedAt);
    }

    private long total(int all, int shown, Random random) {
        return switch (total) {
            case RIGHT -> all;
            case ZERO -> 0;
            case ONE_TOO_FEW -> Math.max(0, all - 1);
            case ONE_TOO_MANY -> all + 1L;
            case SIZE_OF_PAGE -> shown;
            case OTHER_EACH_TIME -> Math.max(0, all + random.nextInt(-3, 4));
        };
    }

    private boolean matches(Listed listed, SessionQuery query) {
        return query.after()
                        .map(bound -> compared(exact(listed)).isAfter(compared(bound)))
                        .orElse(true)
                && query.before()
                        .map(bound -> compared(exact(listed)).isBefore(compared(bound)))
                        .orElse(true);
    }

    private Instant compared(Instant date) {
        return has(Oddity.COMPARES_BY_SECONDS) ? second(date) : date;
    }

    private static Instant second(Instant date) {
        return date.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The date with its fraction, which is the same in each response. */
    private Instant exact(Listed listed) {
        if (!has(Oddity.FRACTIONS)) {
            return listed.date;
        }
        int micros = Math.floorMod(listed.id.hashCode(), 4) * 250 - 1;
        return micros > 0 ? listed.date.plus(micros, ChronoUnit.MICROS) : listed.date;
    }
}
