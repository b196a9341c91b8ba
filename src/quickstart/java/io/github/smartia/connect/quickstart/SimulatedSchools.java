package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.simulated.History;
import io.github.smartia.connect.simulated.PupilsAtWork;
import io.github.smartia.connect.simulated.SimulatedApi;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

/**
 * A simulated API with three years of history to read and pupils at work.
 *
 * @param api serves both
 * @param pupils work until closed, so that both streams move while one watches
 */
record SimulatedSchools(SimulatedApi api, PupilsAtWork pupils) implements AutoCloseable {

    private static final int SESSIONS = 12_000;
    private static final int SEED = 1;
    private static final int PUPILS_PER_MINUTE = 60;
    private static final Duration WORK = Duration.ofSeconds(15);

    /** As far away as an API on the internet, so that history takes time to read. */
    private static final Duration LATENCY = Duration.ofMillis(50);

    static SimulatedSchools open(String key, Clock clock) {
        SimulatedApi api = SimulatedApi.start(
                SimulatedApi.options().key(key).latency(LATENCY).clock(clock));
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        api.sessions().addAll(new History(today.minusYears(3), today.minusDays(1), SEED).sessions(SESSIONS));
        return new SimulatedSchools(api, PupilsAtWork.start(api.sessions(), PUPILS_PER_MINUTE, WORK, ~SEED, clock));
    }

    ProgressMeter.Api figures() {
        return new ProgressMeter.Api(api.sessions().size(), api.requests().count());
    }

    @Override
    public void close() {
        pupils.close();
        api.close();
    }
}
