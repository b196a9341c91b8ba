package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Jvm;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.WorkerOptions;
import java.util.ArrayList;
import java.util.List;

/** Workers whose JVM runs as in production, warmed up: what counts is how a worker reads that has been up for a while. */
final class Workers {

    /** The JIT compiler goes on longer than one thinks: after 50,000 sessions it still took a third of the CPU time. */
    private static final int WARM_UP_SESSIONS = 200_000;

    private static final int HEAP_MEGABYTES = 512;

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
        try (SimulatedApi api = Histories.api(Histories.ofCompleted(warmUp), 0)) {
            runner.read(group + "-warm-up", api, warmUp, 4);
        }
        return runner;
    }
}
