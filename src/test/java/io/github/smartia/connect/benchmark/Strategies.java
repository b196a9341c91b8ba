package io.github.smartia.connect.benchmark;

import static io.github.smartia.connect.model.Sessions.aSession;

import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.read.BatchQueue;
import io.github.smartia.connect.read.KeyedContentHash;
import io.github.smartia.connect.read.ReadListener;
import io.github.smartia.connect.read.ReadSettings;
import io.github.smartia.connect.read.VirtualLoop;
import io.github.smartia.connect.schedule.OrganisationReader;
import io.github.smartia.connect.schedule.ReadAhead;
import io.github.smartia.connect.simulated.SimulatedSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/** The connector's way to catch up against time slices, in virtual time: what counts is which requests each makes. */
record Strategies(int sessions) implements Scenario {

    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final Duration STEP = Duration.ofMillis(1);
    private static final int REQUESTS_AT_ONCE = 8;

    @Override
    public List<Figure> measure() {
        List<Session> history = Histories.ofCompleted(sessions).stream()
                .map(Strategies::session)
                .sorted(Comparator.comparing(VirtualApi::endOf))
                .toList();
        List<Figure> figures = new ArrayList<>();
        figures.add(pagesAhead(history, 1));
        figures.add(pagesAhead(history, REQUESTS_AT_ONCE));
        for (int target : List.of(25, 50, 75, 100)) {
            figures.add(slices(history, target));
        }
        return figures;
    }

    private static Session session(SimulatedSession session) {
        return aSession()
                .id(session.sessionId().toString())
                .completedAt(session.endDate().orElseThrow().toString())
                .build();
    }

    private Figure pagesAhead(List<Session> history, int requestsAtOnce) {
        VirtualLoop loop = new VirtualLoop();
        VirtualApi api = new VirtualApi(history, loop, LATENCY);
        ReadSettings settings = new ReadSettings(
                List.of(SessionStream.COMPLETED),
                Optional.empty(),
                Duration.ofDays(1),
                Duration.ofMinutes(10),
                100,
                requestsAtOnce,
                true,
                false);
        BatchQueue queue = new BatchQueue(2_000, 2_000);
        KeyedContentHash hash = new KeyedContentHash("key");
        ReadAhead readAhead = new ReadAhead(100, 2 * requestsAtOnce + 1);
        OrganisationReader reader = new OrganisationReader(
                "simulated", api, settings, hash, Map.of(), loop, queue, readAhead, ReadListener.NONE);
        reader.start(settings.pollInterval());
        Duration time = timeToRead(loop, () -> {
            int fetched = fetch(queue);
            reader.readOn();
            return fetched;
        });
        return figure("pages ahead, " + requestsAtOnce + " at once", time, api);
    }

    private static int fetch(BatchQueue queue) {
        try {
            return queue.poll(Duration.ZERO).stream()
                    .mapToInt(batch -> batch.entries().size())
                    .sum();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Figure slices(List<Session> history, int target) {
        VirtualLoop loop = new VirtualLoop();
        VirtualApi api = new VirtualApi(history, loop, LATENCY);
        SliceReader reader = new SliceReader(
                api,
                loop,
                REQUESTS_AT_ONCE,
                target,
                VirtualApi.endOf(history.get(0)),
                VirtualApi.endOf(history.get(history.size() - 1)));
        reader.readOn();
        int[] before = {0};
        Duration time = timeToRead(loop, () -> {
            int fresh = reader.published() - before[0];
            before[0] = reader.published();
            return fresh;
        });
        return figure("slices of " + target + " sessions, " + REQUESTS_AT_ONCE + " at once", time, api);
    }

    /** @param published how many more were published */
    private Duration timeToRead(VirtualLoop loop, IntSupplier published) {
        for (int count = 0; count < sessions; count += published.getAsInt()) {
            loop.pass(STEP);
        }
        return Duration.ofNanos(loop.nanoTime());
    }

    private Figure figure(String strategy, Duration time, VirtualApi api) {
        return Figure.of(
                strategy,
                "%.1f s in virtual time, %.2f requests per 100 sessions",
                time.toMillis() / 1_000.0,
                100.0 * api.requests() / sessions);
    }
}
