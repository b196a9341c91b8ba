package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A worker that reads a history from beginning to end in virtual time, and what it published. */
final class Reading {

    private final History history;
    private final VirtualLoop loop = new VirtualLoop();
    private final ModelApi api;
    private final Map<Stream, StreamOffset> committed = new EnumMap<>(Stream.class);
    private final Map<Stream, List<Session>> published = new EnumMap<>(Stream.class);
    private Outbox outbox = new Outbox(1);
    private Optional<OrganisationReader> reader = Optional.empty();

    Reading(History history) {
        this.history = history;
        this.api = new ModelApi(history.sessions(), loop, history.begin(), history.latency(), history.seed());
        for (Stream stream : Stream.values()) {
            published.put(stream, new ArrayList<>());
        }
    }

    /** Reads until long after the last event. */
    static Reading of(History history) {
        Reading reading = new Reading(history);
        reading.start();
        for (Duration restart : history.restarts()) {
            reading.readUntil(restart);
            reading.killAndStart();
        }
        reading.readUntil(Duration.between(history.begin(), history.end()));
        reading.readUntilNothingComes();
        return reading;
    }

    List<Session> published(Stream stream) {
        return published.get(stream);
    }

    ModelApi api() {
        return api;
    }

    Map<Stream, StreamOffset> offsets() {
        return committed;
    }

    void start() {
        ReadSettings settings = new ReadSettings(
                List.of(Stream.values()),
                Optional.empty(),
                History.POLL_INTERVAL,
                history.lookback(),
                history.pageSize(),
                history.requestsAtOnce());
        outbox = new Outbox(history.outbox());
        reader = Optional.of(new OrganisationReader(api, settings, new LevelHash(), committed, loop, outbox));
        reader.get().start();
    }

    /** What was fetched is committed together with its offset, as by a worker with exactly-once; the rest is gone. */
    void killAndStart() {
        loop.kill();
        start();
    }

    private void readUntil(Duration sinceBegin) {
        readFor(sinceBegin.minusNanos(loop.nanoTime()));
    }

    /** All that there is was published once nothing came for longer than the longest tie group can take. */
    private void readUntilNothingComes() {
        long requests = 20 + 20L * history.sessions().size() / history.pageSize();
        Duration patience = Duration.ofMinutes(1)
                .plus(history.latency().multipliedBy(2 * requests))
                .plus(history.fetchEvery().multipliedBy(4));
        for (int before = -1; before != count(); ) {
            before = count();
            readFor(patience);
        }
    }

    private int count() {
        return published.values().stream().mapToInt(List::size).sum();
    }

    void readFor(Duration time) {
        long until = loop.nanoTime() + time.toNanos();
        while (loop.nanoTime() < until) {
            loop.pass(history.fetchEvery());
            fetch();
        }
    }

    private void fetch() {
        try {
            for (Delivery delivery : outbox.fetch(Duration.ZERO)) {
                published.get(delivery.stream()).addAll(delivery.sessions());
                // As stored and found again: what the offset can't hold is not remembered.
                committed.put(
                        delivery.stream(),
                        StreamOffset.fromMap(delivery.stream(), delivery.after().toMap()));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        reader.orElseThrow().readOn();
    }

    /** Content is the level and nothing else. */
    private static final class LevelHash implements ContentHash {

        @Override
        public int of(Entry entry) {
            return ((Session) entry).result().hashCode();
        }

        @Override
        public String name() {
            return "level";
        }
    }
}
