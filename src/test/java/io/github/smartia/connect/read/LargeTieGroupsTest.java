package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.SessionPage;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.Sessions;
import io.github.smartia.connect.paging.Oddities;
import io.github.smartia.connect.paging.Oddities.Listed;
import io.github.smartia.connect.paging.Oddities.Oddity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** More ties than are held, or than the API lists as a whole, with later sessions after them. */
class LargeTieGroupsTest {

    private static final Instant NINE = Instant.parse("2026-01-06T09:00:00.000Z");
    private static final Duration LOOKBACK = Duration.ofMinutes(10);

    private final VirtualLoop loop = new VirtualLoop();
    private final BatchQueue queue = new BatchQueue(100_000, 100_000);
    private final Random random = new Random(3);
    private final List<Listed> sessions = new ArrayList<>();
    private int requests;

    /** The ties are history, or settle while the stream is read. */
    @ParameterizedTest(name = "{0}, {1} ties, then one in {2}")
    @MethodSource
    void readingGoesOnAfterThem(Oddities oddities, int ties, Duration gap) throws InterruptedException {
        add(ties, NINE, Duration.ZERO);
        add(20, NINE.plus(gap), Duration.ofMinutes(1));
        start(oddities);

        loop.pass(Duration.ofMinutes(30));

        assertThat(published()).hasSize(ties + 20).doesNotHaveDuplicates();
        assertThat(requests).isLessThan(40 * ties / 100);
        requests = 0;
        loop.pass(Duration.ofMinutes(10));
        assertThat(requests).as("when nothing is new").isLessThan(20);
    }

    static Stream<Object[]> readingGoesOnAfterThem() {
        Oddities stable = Oddities.NONE.and(Oddity.STABLE_TIES);
        return Stream.of(Oddities.NONE, stable)
                .flatMap(oddities -> Stream.of(Duration.ofDays(10), Duration.ofMinutes(1))
                        .map(gap -> new Object[] {oddities, 6_000, gap}));
    }

    @Test
    void readingGoesOnIfTheApiRejectsDeepOffsets() throws InterruptedException {
        add(500, NINE, Duration.ZERO);
        add(20, NINE.plus(Duration.ofDays(10)), Duration.ofMinutes(1));
        start(Oddities.NONE.withDeepest(200));

        loop.pass(Duration.ofMinutes(30));

        assertThat(published())
                .hasSizeGreaterThan(120)
                .doesNotHaveDuplicates()
                .contains("session 00500", "session 00519");
        assertThat(requests).isLessThan(200);
    }

    private void add(int count, Instant first, Duration gap) {
        for (int i = 0; i < count; i++) {
            Instant date = first.plus(gap.multipliedBy(i));
            String id = "%05d".formatted(sessions.size());
            sessions.add(new Listed(date, id, () -> Sessions.completed(id, date)));
        }
    }

    private void start(Oddities oddities) {
        SessionsApi api = TestReaders.responding(query -> page(oddities, query));
        ReadSettings settings = TestReaders.settings(LOOKBACK);
        TestReaders.start(api, settings, new KeyedContentHash("secret"), loop, queue, ReadListener.NONE, Map.of());
    }

    private SessionPage page(Oddities oddities, SessionQuery query) {
        requests++;
        if (oddities.rejects(query)) {
            throw ApiExceptions.answered(Kind.REQUEST_REJECTED, 400, "refused");
        }
        return oddities.page(sessions, query, random, Optional.empty());
    }

    private List<String> published() throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (List<Batch> some = queue.poll(Duration.ZERO); !some.isEmpty(); some = queue.poll(Duration.ZERO)) {
            some.forEach(batch -> batch.entries().forEach(entry -> ids.add(entry.toString())));
        }
        return ids;
    }
}
