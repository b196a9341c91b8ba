package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.benchmark.ThreadTimes.Work;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What one connector on a worker of its own shows, which sends eight requests at once. */
record SingleRuns(Stack stack) {

    private static final int HEAP_MEGABYTES = 256;
    private static final int LATENCY_MILLIS = 50;
    private static final int COLD_SESSIONS = 60_000;
    private static final int REQUESTS = 8;
    private static final double LIMIT = REQUESTS * 100 * 1_000.0 / LATENCY_MILLIS;

    /** Whether a large history is read in a small heap, and no slower at its end than at its beginning. */
    List<Figure> million(int sessions, Path log) {
        try (ConnectWorker worker = Workers.start(stack, "million", HEAP_MEGABYTES, List.of("-Xlog:gc:file=" + log))) {
            Run run = read("million", Workers.warmedUp(stack, worker, "million", sessions), sessions, 0);
            GcLog heap = GcLog.read(log);
            double ratio = run.sessionsPerSecondOfLastTenth() / run.sessionsPerSecondOfFirstTenth();
            return List.of(
                    Figure.of("sessions and sessions/s", "%,d at %,.0f", sessions, run.sessionsPerSecond()),
                    Figure.of("heap of the worker", "%d MB", HEAP_MEGABYTES),
                    Figure.of("largest heap in use, including garbage", "%d MB", heap.mostBefore()),
                    Figure.of("largest heap in use after a collection", "%d MB", heap.mostAfter()),
                    Figure.atLeast(0.9, "sessions/s of the last tenth relative to the first tenth", ratio));
        }
    }

    /** How fast the first sessions are read by a worker that was just started, while the JIT compiler is at work. */
    List<Figure> cold() {
        try (ConnectWorker worker = Workers.start(stack, "cold")) {
            double perSecond = read("cold", new Runner(stack, worker), COLD_SESSIONS, LATENCY_MILLIS)
                    .sessionsPerSecond();
            return List.of(
                    Figure.of("sessions/s of the first 60,000, 8 requests at once", "%,.0f", perSecond),
                    Figure.atLeast(0.65, "share of the 16000 sessions/s that 50 ms allow", perSecond / LIMIT));
        }
    }

    /** What reading costs the worker: its whole process, with converter, producer and all. */
    List<Figure> cpu(int sessions) {
        try (ConnectWorker worker = Workers.start(stack, "cpu")) {
            Run run = read("cpu", Workers.warmedUp(stack, worker, "cpu", sessions), sessions, LATENCY_MILLIS);
            List<Figure> figures = new ArrayList<>();
            figures.add(Figure.of(
                    "CPU seconds of the worker per 100,000 sessions", "%.1f s", run.cpuSecondsPer100000Sessions()));
            for (Work work : Work.values()) {
                double share = run.threads().share(work);
                figures.add(Figure.of("share of that time, " + work.title(), "%.0f %%", 100 * share));
            }
            return figures;
        }
    }

    private static Run read(String name, Runner runner, int sessions, int latencyMillis) {
        try (SimulatedApi api = Workers.api(Workers.history(sessions), latencyMillis)) {
            return runner.read(name, api, sessions, REQUESTS);
        }
    }
}
