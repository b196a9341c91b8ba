package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How close the connector comes to one that has nothing to do, where answers come at once. */
record Ceiling(Stack stack, int sessions) {

    private static final int ROUNDS = 2;

    List<Figure> measure() {
        stack.addSource(ReadyMadeConnector.class, ReadyMadeConnector.ReadyMadeTask.class);
        List<SimulatedSession> history = Workers.history(sessions);
        try (ConnectWorker worker = Workers.start(stack, "ceiling");
                SimulatedApi api = Workers.api(history, 0)) {
            String page = page(history);
            Runner runner = Workers.warmedUp(stack, worker, "ceiling", sessions);
            publish(runner, "ready-made-warm-up", sessions / 4, page);
            List<Run> framework = new ArrayList<>();
            List<Run> connector = new ArrayList<>();
            // By turns, so that both meet the same neighbours on a busy machine.
            for (int round = 1; round <= ROUNDS; round++) {
                framework.add(publish(runner, "ready-made-" + round, sessions, page));
                connector.add(readFrom(api, runner, "no-latency-" + round));
            }
            return figures(best(framework), best(connector));
        }
    }

    private Run readFrom(SimulatedApi api, Runner runner, String name) {
        api.requests().clear();
        return runner.read(name, api, sessions, 8);
    }

    private static Run best(List<Run> runs) {
        return Collections.max(runs, Comparator.comparingDouble(Run::sessionsPerSecond));
    }

    private static List<Figure> figures(Run framework, Run connector) {
        return List.of(
                Figure.of("sessions/s of ready-made records", "%,.0f", framework.sessionsPerSecond()),
                Figure.of("sessions/s of the connector without latency", "%,.0f", connector.sessionsPerSecond()),
                Figure.atLeast(
                        0.6,
                        "connector's sessions/s relative to ready-made records",
                        connector.sessionsPerSecond() / framework.sessionsPerSecond()),
                Figure.of(
                        "CPU seconds of the worker per 100,000 ready-made records",
                        "%.1f s",
                        framework.cpuSecondsPer100000Sessions()),
                Figure.of(
                        "CPU seconds of the worker per 100,000 sessions read",
                        "%.1f s",
                        connector.cpuSecondsPer100000Sessions()));
    }

    private static Run publish(Runner runner, String name, int records, String page) {
        Map<String, String> config = Map.ofEntries(
                Map.entry("connector.class", ReadyMadeConnector.class.getName()),
                Map.entry("tasks.max", "1"),
                Map.entry(ReadyMadeConnector.TOPIC, name),
                Map.entry(ReadyMadeConnector.RECORDS, Integer.toString(records)),
                Map.entry(ReadyMadeConnector.PAGE, page));
        return runner.run(name, config, records);
    }

    /** The first hundred, as the API would send them. */
    private static String page(List<SimulatedSession> history) {
        return history.stream()
                .limit(100)
                .map(SimulatedSession::json)
                .collect(Collectors.joining(",", "{\"data\":[", "],\"pagination\":{\"total\":100}}"));
    }
}
