package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.simulated.SimulatedApi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Measures progress over the last few seconds. For one thread. */
final class ProgressMeter {

    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final Deque<Reading> readings = new ArrayDeque<>();

    /** What is known of an API that runs in this process: the sessions that it holds, the requests so far. */
    record Api(long sessions, long requests) {

        static Api of(SimulatedApi api) {
            return new Api(api.sessions().size(), api.requests().count());
        }
    }

    private record Reading(Instant time, long records, Optional<Long> requests) {}

    /** @param api empty for one that runs elsewhere */
    Progress measure(Instant now, List<StreamSight> streams, Optional<Api> api) {
        Reading latest = new Reading(
                now, streams.stream().mapToLong(StreamSight::records).sum(), api.map(Api::requests));
        readings.add(latest);
        while (readings.size() > 2 && readings.getFirst().time().isBefore(now.minus(WINDOW))) {
            readings.remove();
        }
        Reading earlier = readings.getFirst();
        double seconds = Duration.between(earlier.time(), now).toMillis() / 1_000.0;
        return new Progress(
                perSecond(latest.records() - earlier.records(), seconds),
                api.map(figures ->
                        perSecond(figures.requests() - earlier.requests().orElse(0L), seconds)),
                api.map(figures -> remaining(figures, streams)));
    }

    private static long remaining(Api api, List<StreamSight> streams) {
        long held = streams.stream().mapToLong(stream -> stream.table().rows()).sum();
        return Math.max(0, api.sessions() - held);
    }

    private static double perSecond(long count, double seconds) {
        return seconds > 0 ? count / seconds : 0;
    }
}
