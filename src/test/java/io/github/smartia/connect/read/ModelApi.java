package io.github.smartia.connect.read;

import io.github.smartia.connect.api.SessionPage;
import io.github.smartia.connect.api.SessionQuery;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * The API as documented and no kinder: the order among equal dates is new with every request, answers overtake each
 * other, and what they show is as of some moment between question and answer.
 */
final class ModelApi implements SessionsApi {

    private final List<ModelSession> sessions;
    private final VirtualLoop loop;
    private final Instant epoch;
    private final Random random;
    private final Duration latency;
    private final List<SessionQuery> queries = new ArrayList<>();

    /** @param epoch what time it is at the API when the loop's clock shows 0 */
    ModelApi(List<ModelSession> sessions, VirtualLoop loop, Instant epoch, Duration latency, long seed) {
        this.sessions = sessions;
        this.loop = loop;
        this.epoch = epoch;
        this.latency = latency;
        this.random = new Random(seed);
    }

    Instant now() {
        return epoch.plusNanos(loop.nanoTime());
    }

    /** All requests so far. */
    List<SessionQuery> queries() {
        return queries;
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        queries.add(query);
        CompletableFuture<SessionPage> answer = new CompletableFuture<>();
        loop.schedule(
                () -> {
                    SessionPage page = page(query);
                    loop.schedule(() -> answer.complete(page), someTime());
                },
                someTime());
        return answer;
    }

    private Duration someTime() {
        return Duration.ofMillis(random.nextInt((int) latency.toMillis() + 1));
    }

    private SessionPage page(SessionQuery query) {
        Stream stream = query.status() == Status.COMPLETED ? Stream.COMPLETED : Stream.IN_PROGRESS;
        List<Entry> matching = new ArrayList<>();
        for (ModelSession session : sessions) {
            if (session.visible(stream, now()) && within(query, session, stream)) {
                matching.add(session.shown(stream, now()));
            }
        }
        Collections.shuffle(matching, random);
        matching.sort(
                Comparator.comparing(entry -> entry.date(stream.dateField()).orElseThrow()));
        int from = Math.min(query.offset(), matching.size());
        int to = Math.min(from + query.limit(), matching.size());
        return new SessionPage(matching.subList(from, to), matching.size(), query.limit(), Optional.empty());
    }

    private static boolean within(SessionQuery query, ModelSession session, Stream stream) {
        Instant date = stream == Stream.COMPLETED ? session.end().orElseThrow() : session.start();
        return query.after().map(date::isAfter).orElse(true)
                && query.before().map(date::isBefore).orElse(true);
    }

    @Override
    public void close() {}
}
