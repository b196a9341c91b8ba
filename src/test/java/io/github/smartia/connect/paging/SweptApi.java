package io.github.smartia.connect.paging;

import static io.github.smartia.connect.model.Sessions.completed;
import static io.github.smartia.connect.paging.SweepScript.NINE;

import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.paging.Oddities.Listed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** An API with oddities, and what a sweep reads from it. */
final class SweptApi {

    private final Oddities oddities;
    private final List<Listed> sessions = new ArrayList<>();
    private final Random random = new Random(7);
    private final List<String> inconsistencies = new ArrayList<>();
    private int requests;

    SweptApi(Oddities oddities) {
        this.oddities = oddities;
    }

    /** Adds sessions, the first at {@code millis} after nine, each {@code step} milliseconds after the one before. */
    SweptApi with(int count, long millis, long step) {
        for (int i = 0; i < count; i++) {
            Instant date = NINE.plusMillis(millis + i * step);
            String id = "%04d".formatted(sessions.size());
            sessions.add(new Listed(date, id, () -> completed(id, date)));
        }
        return this;
    }

    /** The ids that a sweep from nine on returns, in its order. */
    List<String> sweep(int pageSize, int requestsAtOnce) {
        return sweep(NINE, pageSize, requestsAtOnce);
    }

    List<String> sweep(Instant from, int pageSize, int requestsAtOnce) {
        Sweep sweep = SweepScript.sweep(from, pageSize, 2 * requestsAtOnce + 1);
        List<String> ids = SweepScript.allIds(sweep, requestsAtOnce, this::fetch);
        inconsistencies.addAll(sweep.takeInconsistencies());
        return ids;
    }

    private CompletableFuture<SessionPage> fetch(SessionQuery query) {
        requests++;
        return oddities.rejects(query)
                ? CompletableFuture.failedFuture(new IllegalStateException("rejected"))
                : CompletableFuture.completedFuture(oddities.page(sessions, query, random, Optional.empty()));
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
        return requests;
    }

    List<String> inconsistencies() {
        return inconsistencies;
    }
}
