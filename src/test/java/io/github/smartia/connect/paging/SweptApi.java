package io.github.smartia.connect.paging;

import static io.github.smartia.connect.model.Sessions.aSession;

import io.github.smartia.connect.model.DateField;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.paging.Oddities.Listed;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** An API with oddities, and what a sweep reads from it. */
final class SweptApi {

    static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    private final Oddities oddities;
    private final List<Listed> sessions = new ArrayList<>();
    private final Random random = new Random(7);
    private final List<SessionQuery> queries = new ArrayList<>();
    private final List<String> inconsistencies = new ArrayList<>();

    SweptApi(Oddities oddities) {
        this.oddities = oddities;
    }

    /** Adds sessions, the first at {@code millis} after nine, each {@code step} milliseconds after the one before. */
    SweptApi with(int count, long millis, long step) {
        for (int i = 0; i < count; i++) {
            Instant date = NINE.plusMillis(millis + i * step);
            String id = "%04d".formatted(sessions.size());
            Session session = aSession().id(id).completedAt(date.toString()).build();
            sessions.add(new Listed(date, id, () -> session));
        }
        return this;
    }

    /** The ids that a sweep from nine on returns, in its order. */
    List<String> sweep(int pageSize, int requestsAtOnce) {
        return sweep(NINE, pageSize, requestsAtOnce);
    }

    List<String> sweep(Instant from, int pageSize, int requestsAtOnce) {
        SessionQuery page = SessionQuery.of(Status.COMPLETED, DateField.END_DATE, pageSize);
        Sweep sweep = new Sweep(page, from, () -> 2 * requestsAtOnce + 1, () -> Instant.MIN);
        List<String> ids = new ArrayList<>();
        Deque<PageRequest> inFlight = new ArrayDeque<>();
        while (!sweep.isDone()) {
            for (Optional<PageRequest> next = sweep.nextRequest(); next.isPresent(); next = sweep.nextRequest()) {
                inFlight.add(next.get());
                if (inFlight.size() == requestsAtOnce) {
                    break;
                }
            }
            respond(sweep, inFlight.remove());
            for (Optional<Segment> next = sweep.nextSegment(); next.isPresent(); next = sweep.nextSegment()) {
                next.get().entries().forEach(entry -> ids.add(entry.position().sessionId()));
            }
        }
        inconsistencies.addAll(sweep.takeInconsistencies());
        return ids;
    }

    private void respond(Sweep sweep, PageRequest request) {
        queries.add(request.query());
        if (oddities.rejects(request.query())) {
            sweep.unavailable(request);
        } else {
            sweep.received(request, oddities.page(sessions, request.query(), random, Optional.empty()));
        }
    }

    /** All ids, in the order of the stream. */
    String[] all() {
        return sessions.stream()
                .map(listed -> new Position(listed.date(), listed.id()))
                .sorted()
                .map(Position::sessionId)
                .toArray(String[]::new);
    }

    int requests() {
        return queries.size();
    }

    List<SessionQuery> queries() {
        return queries;
    }

    List<String> inconsistencies() {
        return inconsistencies;
    }
}
