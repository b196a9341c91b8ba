package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How close the connector comes to one that has nothing to do, where answers come at once. */
record Ceiling(Stack stack, int sessions, Path directory) implements Scenario {

    @Override
    public List<Figure> measure() {
        stack.addSource(ReadyMadeConnector.class, ReadyMadeTask.class);
        try (ConnectWorker worker = Workers.start(stack, "ceiling");
                SimulatedApi api = Histories.api(Histories.ofCompleted(sessions), 0)) {
            Path page = write(FirstPage.of(api));
            api.requests().clear();
            Runner runner = Workers.warmedUp(stack, worker, "ceiling");
            publish(runner, "ready-made-warm-up", sessions / 10, page);
            double framework = publish(runner, "ready-made", sessions, page).sessionsPerSecond();
            double connector = runner.read("no-latency", api, sessions, 8).sessionsPerSecond();
            return List.of(
                    Figure.of("sessions/s of ready-made records", "%,.0f", framework),
                    Figure.of("sessions/s of the connector at no latency", "%,.0f", connector),
                    Figure.atLeast(0.6, "share of what the framework can do", connector / framework));
        }
    }

    private static Run publish(Runner runner, String name, int records, Path page) {
        Map<String, String> config = Map.of(
                "connector.class",
                ReadyMadeConnector.class.getName(),
                "tasks.max",
                "1",
                ReadyMadeConnector.TOPIC,
                name,
                ReadyMadeConnector.RECORDS,
                Integer.toString(records),
                ReadyMadeConnector.PAGE,
                page.toString());
        return runner.run(name, config, records);
    }

    private Path write(byte[] page) {
        try {
            return Files.write(directory.resolve("benchmark-page.json").toAbsolutePath(), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
