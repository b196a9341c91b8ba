package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import java.util.List;

/** How fast the first sessions are read by a worker that was just started, while the JIT compiler is at work. */
record Cold(Stack stack) implements Scenario {

    private static final int SESSIONS = 60_000;
    private static final int LATENCY_MILLIS = 50;
    private static final int REQUESTS = 8;
    private static final double LIMIT = REQUESTS * 100 * 1_000.0 / LATENCY_MILLIS;

    @Override
    public List<Figure> measure() {
        try (ConnectWorker worker = Workers.start(stack, "cold");
                SimulatedApi api = Histories.api(Histories.ofCompleted(SESSIONS), LATENCY_MILLIS)) {
            double perSecond = new Runner(stack, worker)
                    .read("cold", api, SESSIONS, REQUESTS)
                    .sessionsPerSecond();
            return List.of(
                    Figure.of("sessions/s of the first 60,000, 8 requests at once", "%,.0f", perSecond),
                    Figure.atLeast(0.65, "share of the 16000 sessions/s that 50 ms allow", perSecond / LIMIT));
        }
    }
}
