package io.github.smartia.connect.leak;

import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what connectors leave behind on a worker and around it, while they run and at the end. For one thread. */
final class Remains {

    private final Stack stack;
    private final ConnectWorker worker;
    private final TopicRemnants topics;
    private final List<Remnant> remnants = new ArrayList<>();

    /** Begins now. */
    Remains(Stack stack, ConnectWorker worker, TopicRemnants topics) {
        this.stack = stack;
        this.worker = worker;
        this.topics = topics;
    }

    /** Takes what REST tells now. */
    void addAnswers(String when) {
        remnants.addAll(RestRemnants.of(worker.rest(), when));
    }

    /** Takes what validation of these settings tells. */
    void addValidation(Map<String, String> config, String when) {
        remnants.add(RestRemnants.ofValidation(worker.rest(), config, when));
    }

    /** Takes what the worker's JVM tells now. */
    void addJvm(String when) {
        remnants.addAll(JvmRemnants.of(worker.handle(), when));
    }

    /** All that was taken, and what topics, registry and logs hold now. */
    List<Remnant> all() {
        List<Remnant> all = new ArrayList<>(remnants);
        all.addAll(topics.collect());
        all.addAll(RestRemnants.of(stack.registry()));
        all.addAll(Logs.beside(worker.log()));
        return all;
    }
}
