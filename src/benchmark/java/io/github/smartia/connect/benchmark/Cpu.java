package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.benchmark.ThreadTimes.Work;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/** What reading costs the worker: its whole process, with converter, producer and all. */
record Cpu(Stack stack, int sessions) implements Scenario {

    private static final int LATENCY_MILLIS = 50;

    @Override
    public List<Figure> measure() {
        try (ConnectWorker worker = Workers.start(stack, "cpu");
                SimulatedApi api = Histories.api(Histories.ofCompleted(sessions), LATENCY_MILLIS)) {
            Runner runner = Workers.warmedUp(stack, worker, "cpu", sessions);
            return figures(runner.read("cpu", api, sessions, 8));
        }
    }

    private static List<Figure> figures(Run run) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(
                "CPU seconds of the worker per 100,000 sessions", "%.1f s", run.cpuSecondsPer100000Sessions()));
        for (Work work : Work.values()) {
            figures.add(Figure.of(
                    "share of that time, " + work.title(),
                    "%.0f %%",
                    100 * run.threads().share(work)));
        }
        return figures;
    }
}
