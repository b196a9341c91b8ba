package io.github.smartia.connect.read;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.paging.Oddities.Listed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A model of the documented API. The order of equal dates differs in each response, responses overtake each other, and show the
 * state at some moment between request and response.
 */
final class ModelApi implements SessionsApi {

    private final History history;
    private final VirtualLoop loop;
    private final Random random;
    private final Instant end;
    private final List<SessionQuery> queries = new ArrayList<>();
    /** The sessions after the last event, cached for speed. */
    private final Map<SessionStream, List<Listed>> visibleAtLast = new EnumMap<>(SessionStream.class);

    /** @param loop its clock shows 0 when the history begins */
    ModelApi(History history, VirtualLoop loop) {
        this.history = history;
        this.loop = loop;
        this.random = new Random(history.seed());
        this.end = history.end();
    }

    Instant now() {
        return history.begin().plusNanos(loop.nanoTime());
    }

    private Duration sinceBegin() {
        return Duration.ofNanos(loop.nanoTime());
    }

    /** All requests so far. */
    List<SessionQuery> queries() {
        return queries;
    }

    @Override
    public CompletableFuture<SessionPage> fetch(SessionQuery query) {
        queries.add(query);
        if (history.restarts().stream().anyMatch(restart -> restart.refuses(sinceBegin()))) {
            return CompletableFuture.failedFuture(new IllegalStateException("refused"));
        }
        if (history.oddities().rejects(query)) {
            return CompletableFuture.failedFuture(ApiExceptions.answered(Kind.REQUEST_REJECTED, 400, "refused"));
        }
        CompletableFuture<SessionPage> answer = new CompletableFuture<>();
        boolean seenFirst = random.nextBoolean();
        Duration held = trouble(streamOf(query));
        Duration before = someTime().plus(seenFirst ? Duration.ZERO : held);
        Duration after = someTime().plus(seenFirst ? held : Duration.ZERO);
        loop.schedule(
                () -> {
                    SessionPage page = page(query);
                    loop.schedule(() -> answer.complete(page), after);
                },
                before);
        return answer;
    }

    /** How much longer requests for {@code stream} have no response. */
    private Duration trouble(SessionStream stream) {
        return history.trouble().stream()
                .filter(trouble -> trouble.unanswered().equals(Optional.of(stream)) && trouble.holds(sinceBegin()))
                .map(trouble -> trouble.end().minus(sinceBegin()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private Duration someTime() {
        boolean slow = history.habits().contains(Habit.IS_SLOW) && random.nextInt(history.slowOneIn()) == 0;
        Duration latency = slow ? history.longestLatency() : history.tuning().latency();
        return Duration.ofMillis(random.nextInt((int) latency.toMillis() + 1));
    }

    private static SessionStream streamOf(SessionQuery query) {
        return query.status() == Status.COMPLETED ? SessionStream.COMPLETED : SessionStream.IN_PROGRESS;
    }

    private SessionPage page(SessionQuery query) {
        List<Listed> visible = visible(streamOf(query)).stream()
                .filter(listed -> isNear(query, listed.date()))
                .toList();
        Optional<Instant> clock = Optional.of(now().truncatedTo(ChronoUnit.SECONDS))
                .filter(date -> !history.habits().contains(Habit.HIDES_ITS_TIME));
        return history.oddities().page(visible, query, random, clock);
    }

    private List<Listed> visible(SessionStream stream) {
        return now().isAfter(end)
                ? visibleAtLast.computeIfAbsent(
                        stream, some -> visibleNow(some).map(ModelApi::fixed).toList())
                : visibleNow(stream).toList();
    }

    private Stream<Listed> visibleNow(SessionStream stream) {
        return history.sessions().stream()
                .filter(session -> session.visible(stream, now()))
                .map(session ->
                        new Listed(session.date(stream, now()), session.id(), () -> session.shown(stream, now())));
    }

    private static Listed fixed(Listed listed) {
        Entry entry = listed.entry().get();
        return new Listed(listed.date(), listed.id(), () -> entry);
    }

    /** Whether a date is within a second of the bounds of a query. */
    private static boolean isNear(SessionQuery query, Instant date) {
        return query.after().map(bound -> date.isAfter(bound.minusSeconds(1))).orElse(true)
                && query.before()
                        .map(bound -> date.isBefore(bound.plusSeconds(1)))
                        .orElse(true);
    }

    @Override
    public void close() {}
}
