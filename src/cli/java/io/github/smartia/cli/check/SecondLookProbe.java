package io.github.smartia.cli.check;

import io.github.smartia.cli.api.ApiFailure;
import io.github.smartia.cli.api.Page;
import io.github.smartia.cli.api.Requests;
import io.github.smartia.cli.api.Search;
import io.github.smartia.cli.api.Seen;
import io.github.smartia.cli.api.SessionStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Requests the newest sessions again, and compares: which appeared late, vanished or changed. One request. */
final class SecondLookProbe implements Probe {

    private static final Duration LATE = Duration.ofHours(12);

    @Override
    public void look(Evidence evidence, Requests requests, Findings findings) throws ApiFailure, InterruptedException {
        Optional<Page> first = evidence.newest(SessionStream.COMPLETED).filter(page -> page.size() > 0);
        if (first.isEmpty()) {
            findings.notSeen(Assumption.LATE, "no session has completed");
            findings.notSeen(Assumption.STABILITY, "no session has completed");
            return;
        }
        try {
            Page second = evidence.add(requests.search(Search.newest(SessionStream.COMPLETED)));
            late(first.get(), second, findings);
            stable(first.get(), second, findings);
        } catch (ApiFailure failure) {
            Stop.ifFinal(failure);
            findings.notSeen(Assumption.STABILITY, "the second request failed: %s", failure.getMessage());
        }
    }

    private static void late(Page first, Page second, Findings findings) {
        Instant newest = newest(first);
        Map<String, Seen> known = byId(first);
        Instant now = second.response().date().orElse(second.response().received());
        Optional<Duration> latest = second.sessions().stream()
                .filter(seen -> seen.id().filter(id -> !known.containsKey(id)).isPresent())
                .flatMap(seen -> seen.date(SessionStream.COMPLETED).stream())
                .filter(date -> date.isBefore(newest) && date.isAfter(oldest(first)))
                .map(date -> Duration.between(date, now))
                .max(Comparator.naturalOrder());
        if (latest.isEmpty()) {
            findings.ok(Assumption.LATE, "no session appeared late between two requests");
        } else if (latest.get().compareTo(LATE) > 0) {
            findings.remark(
                    Assumption.LATE,
                    "Publishes sessions that appear within lookback.ms of their date: increase lookback.ms.",
                    "a session appeared %d h after its date",
                    latest.get().toHours());
        } else {
            findings.ok(
                    Assumption.LATE,
                    "a session appeared %d s after its date",
                    latest.get().toSeconds());
        }
    }

    private static void stable(Page first, Page second, Findings findings) {
        Map<String, Seen> before = byId(first);
        Map<String, Seen> after = byId(second);
        Instant covered = second.isFull() ? oldest(second) : Instant.MIN;
        long gone = before.values().stream()
                .filter(seen -> seen.date(SessionStream.COMPLETED)
                        .filter(date -> date.isAfter(covered))
                        .isPresent())
                .filter(seen -> !after.containsKey(seen.id().orElseThrow()))
                .count();
        long moved = changed(
                before,
                after,
                (one, other) -> !one.date(SessionStream.COMPLETED).equals(other.date(SessionStream.COMPLETED)));
        long reordered = changed(before, after, Content::differInOrderAlone);
        long different = changed(before, after, Content::differ);
        if (gone > 0 || newest(second).isBefore(newest(first))) {
            findings.remark(
                    Assumption.STABILITY,
                    "Reads a page with missing sessions twice before its position moves. Deletes nothing.",
                    "%d sessions were not shown again",
                    gone);
        } else if (moved > 0) {
            findings.remark(
                    Assumption.STABILITY,
                    "Publishes them again under their key.",
                    "%d sessions have another date",
                    moved);
        } else if (different > 0) {
            findings.ok(Assumption.STABILITY, "%d sessions changed between two requests", different);
        } else if (reordered > 0) {
            findings.remark(
                    Assumption.STABILITY,
                    "Compares lists as sets, and publishes nothing again.",
                    "lists have a different order each time");
        } else {
            findings.ok(Assumption.STABILITY, "%d sessions were the same twice", before.size());
        }
    }

    private interface Comparison {
        boolean holds(Seen one, Seen other);
    }

    private static long changed(Map<String, Seen> before, Map<String, Seen> after, Comparison comparison) {
        Predicate<Map.Entry<String, Seen>> is = entry ->
                after.containsKey(entry.getKey()) && comparison.holds(entry.getValue(), after.get(entry.getKey()));
        return before.entrySet().stream().filter(is).count();
    }

    private static Map<String, Seen> byId(Page page) {
        Map<String, Seen> sessions = new LinkedHashMap<>();
        page.sessions().forEach(seen -> seen.id().ifPresent(id -> sessions.put(id, seen)));
        return sessions;
    }

    private static Instant newest(Page page) {
        return Evidence.dates(page).stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }

    private static Instant oldest(Page page) {
        List<Instant> dates = Evidence.dates(page);
        return dates.stream().min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }
}
