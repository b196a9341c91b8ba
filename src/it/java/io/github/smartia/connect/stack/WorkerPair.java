package io.github.smartia.connect.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Two workers of one group: what ends on one goes on on the other. A worker that was ended starts again by itself, while
 * the caller goes on. For one thread.
 */
public final class WorkerPair implements AutoCloseable {

    private final List<ConnectWorker> workers;
    private final Map<ConnectWorker, CompletableFuture<Void>> starts = new HashMap<>();

    WorkerPair(ConnectWorker one, ConnectWorker other) {
        workers = List.of(one, other);
        workers.forEach(this::startAgain);
    }

    /** The REST interface of one that runs; waits for it where both are starting. */
    public ConnectRest rest() {
        return running().get(0).rest();
    }

    public void awaitBoth() {
        starts.values().forEach(CompletableFuture::join);
    }

    /** Ends the worker that has the task of a connector as kill -9 does. */
    public void killOwner(String connector) {
        ConnectWorker owner = owner(connector);
        owner.kill();
        startAgain(owner);
    }

    public void stopOwner(String connector) {
        ConnectWorker owner = owner(connector);
        owner.stop();
        startAgain(owner);
    }

    @Override
    public void close() {
        starts.values().forEach(start -> start.handle((done, failure) -> null).join());
        workers.forEach(ConnectWorker::close);
    }

    /** With the other one away it has the task or will get it. */
    private ConnectWorker owner(String connector) {
        List<ConnectWorker> running = running();
        if (running.size() == 1) {
            return running.get(0);
        }
        // It may have failed where the broker was away for long: the one that had it is as good to end as any.
        ConnectorStatus status = running.get(0)
                .rest()
                .await(
                        connector,
                        now -> now.isRunning()
                                || (now.hasFailed() && !now.tasks().isEmpty()));
        String workerId = status.tasks().get(0).workerId();
        return running.stream()
                .filter(worker -> worker.rest().uri().getAuthority().equals(workerId))
                .findFirst()
                .orElseThrow();
    }

    private List<ConnectWorker> running() {
        CompletableFuture.anyOf(starts.values().toArray(CompletableFuture[]::new))
                .join();
        return workers.stream().filter(this::runs).toList();
    }

    private boolean runs(ConnectWorker worker) {
        CompletableFuture<Void> start = starts.get(worker);
        // Throws what a start failed with.
        start.getNow(null);
        return start.isDone();
    }

    private void startAgain(ConnectWorker worker) {
        starts.put(worker, CompletableFuture.runAsync(worker::start));
    }
}
