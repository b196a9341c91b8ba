package io.github.smartia.connect.paging;

import static io.github.smartia.connect.model.Sessions.completed;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Drives a sweep step by step. */
final class SweepScript {

    static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    private SweepScript() {}

    /** A sweep of completed sessions from nine on. */
    static Sweep sweep(int pageSize) {
        return sweep(NINE, pageSize, 5);
    }

    static Sweep sweep(Instant from, int pageSize, int pagesAhead) {
        SessionQuery page = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, pageSize);
        return new Sweep(page, from, () -> pagesAhead, () -> Instant.MIN);
    }

    static PageRequest request(Sweep sweep) {
        return sweep.nextRequest().orElseThrow();
    }

    /** Sessions a second apart. */
    static String[] rising(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "%03d@%d".formatted(i, i))
                .toArray(String[]::new);
    }

    /** Sessions of one date. */
    static String[] same(int date, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "tie%03d@%d".formatted(i, date))
                .toArray(String[]::new);
    }

    static String[] names(int from, int to) {
        return IntStream.range(from, to).mapToObj("%03d"::formatted).toArray(String[]::new);
    }

    /** @param sessions as {@code id@seconds after nine} */
    static void receive(Sweep sweep, PageRequest request, long total, String... sessions) {
        sweep.received(request, page(total, sessions));
    }

    static SessionPage page(long total, String... sessions) {
        return new SessionPage(Arrays.stream(sessions).map(SweepScript::session).toList(), total);
    }

    static Entry session(String text) {
        int at = text.indexOf('@');
        Instant end = NINE.plusMillis(Math.round(Double.parseDouble(text.substring(at + 1)) * 1_000));
        return completed(text.substring(0, at), end);
    }

    /** The ids that a sweep returns, in its order, from an API that fails where it is unavailable. */
    static List<String> allIds(
            Sweep sweep, int requestsAtOnce, Function<SessionQuery, CompletableFuture<SessionPage>> api) {
        Map<PageRequest, CompletableFuture<SessionPage>> inFlight = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        while (!sweep.isDone()) {
            Optional<PageRequest> next = sweep.nextRequest();
            next.ifPresent(request -> inFlight.put(request, api.apply(request.query())));
            if (next.isEmpty() || inFlight.size() == requestsAtOnce) {
                PageRequest oldest = inFlight.keySet().iterator().next();
                try {
                    sweep.received(oldest, inFlight.remove(oldest).join());
                } catch (CompletionException e) {
                    sweep.unavailable(oldest);
                }
                ids.addAll(ids(sweep));
            }
        }
        return ids;
    }

    /** The ids that the sweep returns now. */
    static List<String> ids(Sweep sweep) {
        List<String> ids = new ArrayList<>();
        for (Optional<Segment> segment = sweep.nextSegment(); segment.isPresent(); segment = sweep.nextSegment()) {
            segment.get().entries().forEach(entry -> ids.add(entry.position().sessionId()));
        }
        return ids;
    }
}
