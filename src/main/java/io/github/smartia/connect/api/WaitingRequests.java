package io.github.smartia.connect.api;

import io.github.smartia.connect.model.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The requests of a key that wait to be sent. Streams take turns; within a stream the oldest that is due goes first, so
 * one that failed keeps its place. Not thread-safe.
 */
final class WaitingRequests {

    private final List<QueuedRequest> waiting = new ArrayList<>();
    /** The streams, in the order of their turns. */
    private final List<Status> turns = new ArrayList<>(List.of(Status.values()));

    void add(QueuedRequest request) {
        waiting.add(request);
    }

    void remove(QueuedRequest request) {
        waiting.remove(request);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Nanoseconds until the first is due, at least 0; empty where none waits. */
    OptionalLong dueIn(long now) {
        return waiting.stream()
                .mapToLong(request -> Math.max(0, request.notBefore - now))
                .min();
    }

    /** Removes the next that is due. */
    Optional<QueuedRequest> take(long now) {
        Optional<QueuedRequest> next = waiting.stream()
                .filter(request -> request.notBefore - now <= 0)
                .min(Comparator.comparingInt((QueuedRequest request) -> turns.indexOf(request.query.status()))
                        .thenComparingLong(request -> request.number));
        next.ifPresent(request -> {
            waiting.remove(request);
            move(request.query.status(), turns.size() - 1);
        });
        return next;
    }

    /** Gives its turn back to the stream of a request that was throttled. */
    void returnTurn(QueuedRequest request) {
        move(request.query.status(), 0);
    }

    private void move(Status stream, int turn) {
        turns.remove(stream);
        turns.add(turn, stream);
    }
}
