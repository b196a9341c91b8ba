package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import java.nio.file.Path;
import java.util.List;

/** Whether a large history is read in a small heap, and no slower at its end than at its beginning. */
record Million(Stack stack, int sessions, Path directory) implements Scenario {

    private static final int HEAP_MEGABYTES = 256;

    @Override
    public List<Figure> measure() {
        Path log = directory.resolve("benchmark-gc.log").toAbsolutePath();
        try (ConnectWorker worker = Workers.start(stack, "million", HEAP_MEGABYTES, List.of("-Xlog:gc:file=" + log));
                SimulatedApi api = Histories.api(Histories.ofCompleted(sessions), 0)) {
            Run run = Workers.warmedUp(stack, worker, "million", sessions).read("million", api, sessions, 8);
            return figures(run, GcLog.read(log));
        }
    }

    private List<Figure> figures(Run run, GcLog heap) {
        double ratio = run.sessionsPerSecondOfLastTenth() / run.sessionsPerSecondOfFirstTenth();
        return List.of(
                Figure.of("sessions and sessions/s", "%,d at %,.0f", sessions, run.sessionsPerSecond()),
                Figure.of("heap of the worker", "%d MB", HEAP_MEGABYTES),
                Figure.of("largest heap in use, including garbage", "%d MB", heap.mostBefore()),
                Figure.of("largest heap in use after a collection", "%d MB", heap.mostAfter()),
                Figure.atLeast(0.9, "sessions/s of the last tenth relative to the first tenth", ratio));
    }
}
