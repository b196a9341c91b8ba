package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A worker that reads a history from beginning to end in virtual time, and what it published. */
final class Reading {

    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(20);

    private final History history;
    private final VirtualLoop loop = new VirtualLoop();
    private final ModelApi api;
    private final Map<Stream, StreamOffset> committed = new EnumMap<>(Stream.class);
    private final Map<Stream, List<Session>> published = new EnumMap<>(Stream.class);
    private final Map<Stream, List<MalformedSession>> deadLetters = new EnumMap<>(Stream.class);
    /** What the topic of sessions in progress shows for each session in turn: true for a record, false for a tombstone. */
    private final Map<String, List<Boolean>> inProgressTopic = new HashMap<>();

    private final Map<Stream, StreamOffset> uncommitted = new EnumMap<>(Stream.class);
    /** From when on a person wanted a stream read. */
    private final Map<Stream, Instant> set = new EnumMap<>(Stream.class);

    private boolean firstRunWasForgotten;
    private int pageSize;
    private Duration lookback;
    private int keys;
    private long lastCommit;
    private Outbox outbox = new Outbox(1);
    private Optional<OrganisationReader> reader = Optional.empty();

    Reading(History history) {
        this.history = history;
        this.api = new ModelApi(history, loop);
        this.pageSize = history.tuning().pageSize();
        this.lookback = history.lookback();
        for (Stream stream : Stream.values()) {
            published.put(stream, new ArrayList<>());
            deadLetters.put(stream, new ArrayList<>());
        }
    }

    /** Reads until long after the last event. */
    static Reading of(History history) {
        Reading reading = new Reading(history);
        reading.start();
        for (History.Restart restart : history.restarts()) {
            reading.readUntil(restart.at());
            reading.killAndStart(restart);
        }
        reading.readUntil(Duration.between(history.begin(), history.end()));
        reading.readUntilNothingComes();
        return reading;
    }

    List<Session> published(Stream stream) {
        return published.get(stream);
    }

    List<MalformedSession> deadLetters(Stream stream) {
        return deadLetters.get(stream);
    }

    /** The dates of what the next run would remember as published; of what has one. */
    List<Instant> remembered(Stream stream) {
        String published = committed.get(stream).memory().orElseThrow().published();
        return FingerprintCodec.decode(published, true).stream()
                .filter(fingerprint -> !fingerprint.isUndated())
                .map(fingerprint -> Instant.ofEpochMilli(fingerprint.date()))
                .toList();
    }

    /** The sessions that the topic of sessions in progress has heard of. */
    Map<String, List<Boolean>> inProgressTopic() {
        return inProgressTopic;
    }

    private boolean hadCaughtUp() {
        return Optional.ofNullable(committed.get(Stream.COMPLETED))
                .flatMap(StreamOffset::memory)
                .flatMap(StreamOffset.Memory::caughtUp)
                .isPresent();
    }

    /** Whether a run was killed before it had ever committed that it had caught up with both streams. */
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
                history.choice().streams(),
                history.choice().startDate(),
                History.POLL_INTERVAL,
                lookback,
                pageSize,
                history.tuning().requestsAtOnce(),
                history.choice().tombstones(),
                history.choice().exactlyOnce(),
                true);
        outbox = new Outbox(history.tuning().outbox());
        LevelHash hash = new LevelHash("key " + keys);
        reader = Optional.of(new OrganisationReader("some-school", api, settings, hash, committed, loop, outbox));
        reader.get().start();
    }

    /**
     * With exactly-once what was fetched is committed together with its offset, and the rest is gone. Without, offsets
     * are committed now and then, and what was published since will be published again.
     */
    void killAndStart(History.Restart restart) {
        loop.kill();
        uncommitted.clear();
        firstRunWasForgotten |= !committed.containsKey(Stream.IN_PROGRESS) || !hadCaughtUp();
        pageSize = restart.pageSize();
        lookback = history.lookback().multipliedBy(restart.lookbacks());
        keys += restart.newKey() ? 1 : 0;
        restart.set().ifPresent(offset -> {
            committed.put(offset.stream(), offset);
            set.put(offset.stream(), offset.position().date());
        });
        start();
    }

    private void readUntil(Duration sinceBegin) {
        readFor(sinceBegin.minusNanos(loop.nanoTime()));
    }

    /** All that there is was published once nothing came for longer than the longest tie group can take. */
    private void readUntilNothingComes() {
        int before = -1;
        for (int rounds = 0; before != count(); rounds++) {
            assertThat(rounds)
                    .as("times that something was published long after the last event")
                    .isLessThan(20);
            before = count();
            readFor(history.patience());
        }
    }

    private int count() {
        return java.util.stream.Stream.concat(published.values().stream(), deadLetters.values().stream())
                .mapToInt(List::size)
                .sum();
    }

    void readFor(Duration time) {
        long until = loop.nanoTime() + time.toNanos();
        while (loop.nanoTime() < until) {
            loop.pass(history.tuning().fetchEvery());
            if (!workerIsStuck()) {
                fetch();
            }
        }
    }

    private boolean workerIsStuck() {
        Duration now = Duration.ofNanos(loop.nanoTime());
        return history.trouble().stream()
                .anyMatch(trouble -> trouble.unanswered().isEmpty() && trouble.holds(now));
    }

    private void fetch() {
        List<Delivery> fetched;
        try {
            fetched = outbox.fetch(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (StreamFailedException e) {
            assertThat(e).as("why the task failed").cause().hasMessage("refused");
            return;
        }
        fetched.forEach(this::publish);
        if (history.choice().exactlyOnce() || loop.nanoTime() - lastCommit > COMMIT_INTERVAL.toNanos()) {
            committed.putAll(uncommitted);
            lastCommit = loop.nanoTime();
        }
        if (!fetched.isEmpty()) {
            reader.orElseThrow().readOn();
        }
    }

    private void publish(Delivery delivery) {
        List<Session> sessions = only(Session.class, delivery);
        published.get(delivery.stream()).addAll(sessions);
        deadLetters.get(delivery.stream()).addAll(only(MalformedSession.class, delivery));
        Instant from =
                set.getOrDefault(delivery.stream(), history.choice().startDate().orElse(Instant.MIN));
        assertThat(sessions)
                .as("published in %s, reading from %s", delivery.stream(), from)
                .noneMatch(session -> session.date(delivery.stream().dateField())
                        .orElseThrow()
                        .isBefore(from));
        boolean record = delivery.stream() == Stream.IN_PROGRESS;
        sessions.stream()
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

    private static <T extends Entry> List<T> only(Class<T> type, Delivery delivery) {
        return delivery.entries().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Content is the level and nothing else, and all of what is malformed. */
    private record LevelHash(String name) implements ContentHash {

        @Override
        public long of(Entry entry) {
            if (entry instanceof Session session) {
                return session.result().hashCode();
            }
            byte[] content = (name + ((MalformedSession) entry).json()).getBytes(StandardCharsets.UTF_8);
            return UUID.nameUUIDFromBytes(content).getMostSignificantBits();
        }
    }
}
