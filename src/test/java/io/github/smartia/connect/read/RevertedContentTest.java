package io.github.smartia.connect.read;

import static io.github.smartia.connect.model.Sessions.aSession;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Result;
import io.github.smartia.connect.model.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Contradictory responses: a session listed twice, with alternating content, or missing once. */
class RevertedContentTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");

    private final VirtualLoop loop = new VirtualLoop();
    private final BatchQueue queue = new BatchQueue(10_000, 10_000);

    @Test
    void sessionListedWithTwoResultsIsPublishedOnce() throws InterruptedException {
        List<Entry> one = List.of(session("a", 1, "lower"), session("a", 1, "upper"));
        List<Entry> other = List.of(session("a", 1, "upper"), session("a", 1, "lower"));

        assertThat(published(minute -> minute % 2 == 0 ? one : other)).hasSize(1);
    }

    @Test
    void alternatingContentsArePublishedOnceEach() throws InterruptedException {
        List<Entry> one = List.of(session("a", 1, "lower"));
        List<Entry> other = List.of(session("a", 1, "upper"));

        assertThat(published(minute -> minute % 2 == 0 ? one : other)).containsExactly("a lower", "a upper");
    }

    @Test
    void revertedContentIsPublishedOnSettling() throws InterruptedException {
        List<String> published = published(minute -> minute < 5
                ? List.of(session("a", 1, minute == 2 ? "upper" : "lower"))
                : List.of(session("a", 1, "lower"), session("z", 3_600, "none")));

        assertThat(published).containsExactly("a lower", "a upper", "z none", "a lower");
    }

    @Test
    void staleListLosesNothing() throws InterruptedException {
        Session late = session("late", 60, "none");
        List<Entry> now = List.of(session("a", 1, "none"), session("b", 120, "none"), session("z", 3_600, "none"));
        List<Entry> stale = List.of(session("z", 3_600, "none"));
        List<Entry> withLate = new ArrayList<>(now);
        withLate.add(1, late);

        assertThat(published(minute -> minute == 0 ? now.subList(0, 2) : minute == 1 ? stale : withLate))
                .as("a page that lacked published sessions settled nothing")
                .contains("late none");
    }

    @Test
    void batchHoldsAtMostAThousandSessions() throws InterruptedException {
        List<Entry> ties = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            ties.add(session("%04d".formatted(i), 1, "none"));
        }
        start(minute -> ties);
        loop.pass(Duration.ofMinutes(3));

        List<Batch> first = queue.poll(Duration.ZERO);
        List<Batch> second = queue.poll(Duration.ZERO);

        assertThat(first).extracting(batch -> batch.entries().size()).containsExactly(1_000, 1_000);
        assertThat(second).extracting(batch -> batch.entries().size()).containsExactly(500);
        assertThat(first.get(0).after().position().sessionId()).isEqualTo("0999");
        assertThat(first.get(1).before()).contains(first.get(0).after());
    }

    /** Ids and levels published within an hour, from an API that shows the given sessions in each minute. */
    private List<String> published(IntFunction<List<Entry>> shown) throws InterruptedException {
        start(shown);
        loop.pass(Duration.ofHours(1));
        return queue.poll(Duration.ZERO).stream()
                .flatMap(batch -> batch.entries().stream())
                .map(entry -> ((Session) entry).sessionId() + " "
                        + ((Session) entry).result().orElseThrow().level().orElseThrow())
                .toList();
    }

    private void start(IntFunction<List<Entry>> shown) {
        SessionsApi api = TestReaders.responding(query -> TestReaders.page(
                shown.apply((int) Duration.ofNanos(loop.nanoTime()).toMinutes()), query));
        ReadSettings settings = TestReaders.settings(Duration.ofMinutes(10));
        KeyedContentHash hash = new KeyedContentHash("secret");
        TestReaders.start(api, settings, hash, loop, queue, ReadListener.NONE, Map.of());
    }

    private static Session session(String id, int seconds, String level) {
        return aSession()
                .id(id)
                .completedAt(NINE.plusSeconds(seconds).toString())
                .result(new Result(Optional.empty(), Optional.of(level), Optional.empty()))
                .build();
    }
}
