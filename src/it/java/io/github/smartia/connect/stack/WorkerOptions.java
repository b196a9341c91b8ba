package io.github.smartia.connect.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What tells one Connect worker from another.
 *
 * @param group workers of one group share connectors, offsets and tasks
 * @param properties worker settings that go before the stack's own
 * @param environment variables that the worker has besides those of this process
 */
public record WorkerOptions(
        String group, List<String> jvmOptions, Map<String, String> properties, Map<String, String> environment) {

    /** A worker with a heap of 512 MB and no settings of its own. */
    public static WorkerOptions inGroup(String group) {
        return new WorkerOptions(group, Jvm.quickToStart(512), Map.of(), Map.of());
    }

    public WorkerOptions withJvm(List<String> options) {
        return new WorkerOptions(group, options, properties, environment);
    }

    public WorkerOptions withJvmOptions(String... more) {
        return withJvm(Stream.concat(jvmOptions.stream(), Stream.of(more)).toList());
    }

    public WorkerOptions with(String property, String value) {
        Map<String, String> more = new HashMap<>(properties);
        more.put(property, value);
        return new WorkerOptions(group, jvmOptions, more, environment);
    }

    public WorkerOptions withEnvironment(Map<String, String> variables) {
        return new WorkerOptions(group, jvmOptions, properties, variables);
    }

    /** A source record is then seen once by readers of committed records, whatever dies. */
    public WorkerOptions withExactlyOnce() {
        // Connect fails a task for good if the broker is away for longer than this when it starts; three seconds by
        // default.
        return with("exactly.once.source.support", "enabled").with("worker.sync.timeout.ms", "20000");
    }

    /** The group soon notices that a worker is dead. */
    public WorkerOptions withQuickTakeover() {
        return with("session.timeout.ms", "3000").with("heartbeat.interval.ms", "500");
    }
}
