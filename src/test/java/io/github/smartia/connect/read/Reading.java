package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A worker that reads a history from beginning to end in virtual time, and what it published. */
final class Reading {

    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(20);

    private final History history;
    private final VirtualLoop loop = new VirtualLoop();
    private final ModelApi api;
    private final Map<Stream, StreamOffset> committed = new EnumMap<>(Stream.class);
    private final Map<Stream, List<Session>> published = new EnumMap<>(Stream.class);
    /** What the topic of sessions in progress shows for each session in turn: true for a record, false for a tombstone. */
    private final Map<String, List<Boolean>> inProgressTopic = new HashMap<>();

    private final Map<Stream, StreamOffset> uncommitted = new EnumMap<>(Stream.class);
    private boolean firstRunWasForgotten;
    private long lastCommit;
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

    /** The dates of what the next run would remember as published. */
    List<Instant> remembered(Stream stream) {
        String published = committed.get(stream).memory().orElseThrow().published();
        return FingerprintCodec.decode(published, true).stream()
                .map(fingerprint -> Instant.ofEpochMilli(fingerprint.date()))
                .toList();
    }

    /** The sessions that the topic of sessions in progress has heard of. */
    Map<String, List<Boolean>> inProgressTopic() {
        return inProgressTopic;
    }

    /** Whether a run was killed before it had ever committed an offset of the in-progress stream. */
    boolean firstRunWasForgotten() {
        return firstRunWasForgotten;
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
                history.requestsAtOnce(),
                true,
                history.exactlyOnce());
        outbox = new Outbox(history.outbox());
        reader = Optional.of(new OrganisationReader(api, settings, new LevelHash(), committed, loop, outbox));
        reader.get().start();
    }

    /**
     * With exactly-once what was fetched is committed together with its offset, and the rest is gone. Without, offsets
     * are committed now and then, and what was published since will be published again.
     */
    void killAndStart() {
        loop.kill();
        uncommitted.clear();
        firstRunWasForgotten |= !committed.containsKey(Stream.IN_PROGRESS);
        start();
    }

    private void readUntil(Duration sinceBegin) {
        readFor(sinceBegin.minusNanos(loop.nanoTime()));
    }

    /** All that there is was published once nothing came for longer than the longest tie group can take. */
    private void readUntilNothingComes() {
        for (int before = -1; before != count(); ) {
            before = count();
            readFor(history.patience());
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
            outbox.fetch(Duration.ZERO).forEach(this::publish);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (history.exactlyOnce() || loop.nanoTime() - lastCommit > COMMIT_INTERVAL.toNanos()) {
            committed.putAll(uncommitted);
            lastCommit = loop.nanoTime();
        }
        reader.orElseThrow().readOn();
    }

    private void publish(Delivery delivery) {
        published.get(delivery.stream()).addAll(delivery.sessions());
        boolean record = delivery.stream() == Stream.IN_PROGRESS;
        delivery.sessions().stream()
                .map(Session::sessionId)
                .filter(id -> record || delivery.closing().contains(id))
                .forEach(id -> inProgressTopic
                        .computeIfAbsent(id, first -> new ArrayList<>())
                        .add(record));
        // As stored and found again: what the offset can't hold is not remembered.
        uncommitted.put(
                delivery.stream(),
                StreamOffset.fromMap(delivery.stream(), delivery.after().toMap()));
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
