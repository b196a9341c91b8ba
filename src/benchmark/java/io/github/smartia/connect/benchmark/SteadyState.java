package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.stack.ConnectWorker;
import io.github.smartia.connect.stack.ProcessSnapshot;
import io.github.smartia.connect.stack.Unchecked;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What workers need while an API has nothing new for them. */
record SteadyState(List<ConnectWorker> workers, SimulatedApi api, Duration time) {

    List<Figure> measure() {
        List<Duration> before = workers.stream().map(Workers::cpu).toList();
        api.requests().clear();
        pass();
        long requests = api.requests().count();
        List<ProcessSnapshot> snapshots = workers.stream()
                .map(worker -> ProcessSnapshot.of(worker.handle()))
                .toList();
        int port = URI.create(api.url()).getPort();
        return List.of(
                Figure.of("requests a second when idle", "%.1f", requests / (double) time.toSeconds()),
                Figure.of(
                        "most requests at once when idle", "%d", api.requests().maxConcurrent()),
                Figure.of("percent of a core of each worker when idle", "%s", percents(before)),
                Figure.of(
                        "threads of the connector on each worker",
                        "%s",
                        ManyOrganisations.ofEach(snapshots, snapshot -> snapshot.threads("smart-ia"))),
                Figure.of(
                        "connections to the API of each worker",
                        "%s",
                        ManyOrganisations.ofEach(snapshots, snapshot -> snapshot.connectionsTo(port))));
    }

    private String percents(List<Duration> before) {
        List<Integer> indexes = IntStream.range(0, workers.size()).boxed().toList();
        return ManyOrganisations.ofEach(
                indexes,
                i -> 100 * Workers.cpu(workers.get(i)).minus(before.get(i)).toMillis() / time.toMillis());
    }

    private void pass() {
        Unchecked.run(() -> TimeUnit.MILLISECONDS.sleep(time.toMillis()));
    }
}
