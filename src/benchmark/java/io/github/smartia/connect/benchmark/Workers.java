package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.simulated.History;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Jvm;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.WorkerOptions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Workers whose JVM runs as in production, warmed up: what counts is how a worker reads that has been up for a while. And
 * what they read: three years of school history, always the same.
 */
final class Workers {

    /** The JIT compiler goes on longer than one thinks: after 50,000 sessions it still took a third of the CPU time. */
    private static final int WARM_UP_SESSIONS = 200_000;

    private static final int HEAP_MEGABYTES = 512;
    private static final History SCHOOLS = new History(LocalDate.of(2023, 9, 1), LocalDate.of(2026, 8, 31), 1);

    private Workers() {}

    /** A worker with a heap as large as anybody would give it; the caller closes it. */
    static ConnectWorker start(Stack stack, String group) {
        return start(stack, group, HEAP_MEGABYTES, List.of());
    }

    static ConnectWorker start(Stack stack, String group, int heapMegabytes, List<String> jvmOptions) {
        List<String> options = new ArrayList<>(Jvm.asInProduction(heapMegabytes));
        options.addAll(jvmOptions);
        return stack.startWorker(
                WorkerOptions.inGroup(group).withJvm(options).with("offset.flush.interval.ms", "10000"));
    }

    /** Lets the worker read before it is measured; not more than {@code sessions}, which is what will be measured. */
    static Runner warmedUp(Stack stack, ConnectWorker worker, String group, int sessions) {
        int warmUp = Math.min(WARM_UP_SESSIONS, sessions);
        Runner runner = new Runner(stack, worker);
        try (SimulatedApi api = api(history(warmUp), 0)) {
            runner.read(group + "-warm-up", api, warmUp, 4);
        }
        return runner;
    }

    /** So many completed sessions, and none in progress. */
    static List<SimulatedSession> history(int count) {
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

    static Duration cpu(ConnectWorker worker) {
        return worker.handle().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
