package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What it costs to read many organisations with default limits: three workers catch up with all of them, one is killed,
 * and then nothing happens but polls.
 */
record ManyOrganisations(Stack stack, int organisations, Path directory) {

    static final int SESSIONS_EACH = 200;

    private static final String NAME = "organisations";
    private static final int WORKERS = 3;
    private static final int HEAP_MEGABYTES = 256;
    private static final Duration STEADY = Duration.ofMinutes(2);

    List<Figure> measure() {
        List<ConnectWorker> workers = new ArrayList<>();
        try (SimulatedApi api = SimulatedApi.start(SimulatedApi.options().latency(Duration.ofMillis(50)));
                Arrivals arrivals = new Arrivals(NAME, organisations * (SESSIONS_EACH + 1), stack.broker())) {
            fill(api);
            IntStream.range(0, WORKERS).forEach(number -> workers.add(startWorker(number)));
            return measure(api, arrivals, workers);
        } finally {
            workers.forEach(ConnectWorker::close);
        }
    }

    private List<Figure> measure(SimulatedApi api, Arrivals arrivals, List<ConnectWorker> workers) {
        List<Figure> figures = new ArrayList<>();
        Instant begin = Instant.now();
        workers.get(0).rest().put(NAME, config(api));
        arrivals.await(organisations * SESSIONS_EACH);
        figures.add(Figure.of(
                "organisations and seconds until their " + SESSIONS_EACH + " sessions each are published",
                "%,d in %d s",
                organisations,
                secondsSince(begin)));
        workers.get(0).rest().awaitRunning(NAME);

        Instant death = Instant.now();
        workers.remove(WORKERS - 1).kill();
        addOneToEach(api);
        arrivals.await(organisations * (SESSIONS_EACH + 1));
        figures.add(Figure.of(
                "seconds after the kill of one of three workers until one more session of each is published",
                "%d s",
                secondsSince(death)));
        figures.add(Figure.of("sessions published again after the kill", "%,d", arrivals.repeated()));
        figures.addAll(new SteadyState(workers, api, STEADY).measure());
        figures.add(Figure.of(
                "most heap in use after a collection, of %d MB".formatted(HEAP_MEGABYTES),
                "%s MB",
                ofEach(
                        IntStream.range(0, WORKERS).boxed().toList(),
                        number -> GcLog.read(log(number)).mostAfter())));
        figures.add(Figure.of("bytes of offsets per organisation", "%,d", offsetBytes(workers.get(0))));
        workers.get(0).rest().delete(NAME);
        return figures;
    }

    static <T> String ofEach(List<T> all, ToLongFunction<T> figure) {
        return all.stream().map(one -> Long.toString(figure.applyAsLong(one))).collect(Collectors.joining(", "));
    }

    private long offsetBytes(ConnectWorker worker) {
        return worker.rest().offsets(NAME).stream()
                        .mapToLong(stored ->
                                JsonMapper.shared().writeValueAsString(stored).getBytes(StandardCharsets.UTF_8).length)
                        .sum()
                / organisations;
    }

    private void fill(SimulatedApi api) {
        List<SimulatedSession> all = Workers.history(organisations * SESSIONS_EACH);
        for (int i = 0; i < organisations; i++) {
            List<SimulatedSession> some = new ArrayList<>();
            for (int j = i; j < all.size(); j += organisations) {
                some.add(all.get(j));
            }
            api.sessionsOf(key(i)).addAll(some);
        }
    }

    private void addOneToEach(SimulatedApi api) {
        for (int i = 0; i < organisations; i++) {
            api.sessionsOf(key(i))
                    .add(SessionBuilder.completed()
                            .endedAt(Instant.parse("2026-09-01T09:00:00Z"))
                            .build());
        }
    }

    private Map<String, String> config(SimulatedApi api) {
        Map<String, String> config = new HashMap<>();
        config.put("connector.class", "io.github.smartia.connect.SmartIaSourceConnector");
        config.put("tasks.max", "8");
        config.put("api.url", api.url());
        config.put("topic.completed", NAME);
        config.put(
                "organisations",
                IntStream.range(0, organisations).mapToObj(i -> "school-" + i).collect(Collectors.joining(",")));
        for (int i = 0; i < organisations; i++) {
            config.put("organisations.school-" + i + ".api.key", key(i));
        }
        return config;
    }

    private ConnectWorker startWorker(int number) {
        return Workers.start(stack, NAME, HEAP_MEGABYTES, List.of("-Xlog:gc:file=" + log(number)));
    }

    private Path log(int number) {
        return directory.resolve("benchmark-gc-" + number + ".log");
    }

    private static long secondsSince(Instant begin) {
        return Duration.between(begin, Instant.now()).toSeconds();
    }

    private static String key(int organisation) {
        return "key-of-school-" + organisation;
    }
}
