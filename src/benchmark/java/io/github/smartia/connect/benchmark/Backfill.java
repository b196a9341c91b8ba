package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.documents.BarChart;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.Unchecked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How fast a history is read that lies some way off, by how many requests at once. */
record Backfill(Stack stack, int sessions, Path directory) {

    private static final int LATENCY_MILLIS = 50;
    private static final int PAGE_SIZE = 100;
    private static final int OF_INTEREST = 8;

    List<Figure> measure() {
        List<SimulatedSession> history = Workers.history(sessions);
        List<Figure> figures = new ArrayList<>();
        List<BarChart.Group> groups = new ArrayList<>();
        try (ConnectWorker worker = Workers.start(stack, "backfill")) {
            Runner runner = Workers.warmedUp(stack, worker, "backfill", sessions);
            for (int requests : List.of(1, 4, OF_INTEREST, 16)) {
                try (SimulatedApi api = Workers.api(history, LATENCY_MILLIS)) {
                    Run run = runner.read("backfill-" + requests, api, sessions, requests);
                    figures.addAll(figures(requests, run));
                    groups.add(new BarChart.Group(
                            requests + " at once", List.of(run.sessionsPerSecond(), limit(requests))));
                }
            }
        }
        draw(groups);
        return figures;
    }

    private void draw(List<BarChart.Group> groups) {
        BarChart chart = new BarChart(
                "Sessions per second while history is read, " + LATENCY_MILLIS + " ms per request",
                List.of("read", "limit by latency"),
                groups);
        Unchecked.run(() -> Files.writeString(directory.resolve("throughput.svg"), chart.svg()));
    }

    private static double limit(int requests) {
        return requests * PAGE_SIZE * 1_000.0 / LATENCY_MILLIS;
    }

    private static List<Figure> figures(int requests, Run run) {
        String of = ", " + requests + (requests == 1 ? " request at a time" : " requests at once");
        double limit = limit(requests);
        double share = run.sessionsPerSecond() / limit;
        String shareOf = "share of the " + Math.round(limit) + " sessions/s that " + LATENCY_MILLIS + " ms allow" + of;
        return List.of(
                Figure.of("sessions/s" + of, "%,.0f", run.sessionsPerSecond()),
                requests == OF_INTEREST ? Figure.atLeast(0.85, shareOf, share) : Figure.of(shareOf, "%.2f", share),
                Figure.atMost(1.15, "requests per 100 sessions" + of, run.requestsPer100Sessions()));
    }
}
