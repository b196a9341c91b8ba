package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.simulated.Request;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs connectors on one worker, one after the other, and measures them. */
record Runner(Stack stack, ConnectWorker worker) {

    /** Lets the connector read all completed sessions of an API that holds {@code sessions} of them. */
    Run read(String name, SimulatedApi api, int sessions, int requestsAtOnce) {
        Map<String, String> config = new HashMap<>();
        config.put("connector.class", "io.github.smartia.connect.SmartIaSourceConnector");
        config.put("tasks.max", "1");
        config.put("api.url", api.url());
        config.put("api.key", api.key());
        config.put("api.max.concurrent.requests", Integer.toString(requestsAtOnce));
        config.put("api.max.requests.per.second", "1000000");
        config.put("streams", "completed");
        config.put("topic.completed", name);
        Run run = run(name, config, sessions);
        List<Request> pages = api.requests().all().stream()
                .filter(request -> !request.body().startsWith("{\"limit\":1,"))
                .toList();
        return new Run(sessions, pages.get(0).time(), run.tenths(), pages.size(), run.cpu(), run.threads());
    }

    /** Lets a connector publish {@code sessions} sessions to the topic of its own name. */
    Run run(String name, Map<String, String> config, int sessions) {
        Duration cpuBefore = Workers.cpu(worker);
        ThreadTimes threadsBefore = ThreadTimes.of(worker.handle());
        try (Arrivals arrivals = new Arrivals(name, sessions, stack.broker())) {
            worker.rest().put(name, config);
            arrivals.await(sessions);
            Duration cpu = Workers.cpu(worker).minus(cpuBefore);
            ThreadTimes threads = ThreadTimes.of(worker.handle()).since(threadsBefore);
            worker.rest().delete(name);
            if (arrivals.repeated() > 0) {
                throw new IllegalStateException(name + " published " + arrivals.repeated() + " sessions again");
            }
            return new Run(sessions, arrivals.firstSent(), arrivals.tenths(), 0, cpu, threads);
        }
    }
}
