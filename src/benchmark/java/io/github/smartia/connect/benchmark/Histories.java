package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.simulated.History;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Three years of school history, always the same. */
final class Histories {

    private static final History SCHOOLS = new History(LocalDate.of(2023, 9, 1), LocalDate.of(2026, 8, 31), 1);

    private Histories() {}

    /** So many completed sessions, and none in progress. */
    static List<SimulatedSession> ofCompleted(int count) {
        // Some are never completed: one in two hundred, so that one in a hundred to spare is plenty.
        return SCHOOLS.sessions(count + count / 100 + 100).stream()
                .filter(SimulatedSession::isCompleted)
                .limit(count)
                .toList();
    }

    /** An API that serves a history; the caller closes it. */
    static SimulatedApi api(List<SimulatedSession> history, long latencyMillis) {
        SimulatedApi api = SimulatedApi.start(SimulatedApi.options().latency(Duration.ofMillis(latencyMillis)));
        api.sessions().addAll(history);
        return api;
    }
}
