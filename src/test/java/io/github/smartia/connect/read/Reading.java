package io.github.smartia.connect.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.FingerprintCodec;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.read.ReadSettings.Extra;
import io.github.smartia.connect.schedule.OrganisationReader;
import io.github.smartia.connect.schedule.ReadAhead;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A worker that reads a history from beginning to end in virtual time, and what it published. */
final class Reading {

    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(20);

    private final History history;
    private final VirtualLoop loop = new VirtualLoop();
    private final ModelApi api;
    private final Map<SessionStream, StreamOffset> committed = new EnumMap<>(SessionStream.class);
    private final Topics topics = new Topics();
    private final Map<SessionStream, StreamOffset> uncommitted = new EnumMap<>(SessionStream.class);
    /** The dates that a person set. */
    private final Map<SessionStream, Instant> set = new EnumMap<>(SessionStream.class);

    /** The position of each stream, by the loop's time. */
    private final Map<SessionStream, NavigableMap<Long, Instant>> positions = new EnumMap<>(SessionStream.class);

    /** Decides where in a batch the worker dies. */
    private final Random random;

    private final Set<String> forgotten = new HashSet<>();
    /** The batches of another organisation of the task, which are not checked. */
    private BatchQueue neighbour = new BatchQueue(1, 1);

    private int pageSize;
    private Duration lookback;
    private int keys;
    private long lastFetch;
    private long lastCommit;
    private BatchQueue queue = new BatchQueue(1, 1);
    private final List<OrganisationReader> readers = new ArrayList<>();

    private Reading(History history) {
        this.history = history;
        this.api = new ModelApi(history, loop);
        this.random = new Random(~history.seed());
        this.pageSize = history.tuning().pageSize();
        this.lookback = history.lookback();
    }

    /** Begins to read. */
    static Reading begin(History history) {
        Reading reading = new Reading(history);
        reading.start();
        return reading;
    }

    /** Reads until long after the last event. */
    static Reading of(History history) {
        Reading reading = begin(history);
        for (History.Restart restart : history.restarts()) {
            reading.readUntil(restart.at());
            reading.killAndStart(restart);
        }
        reading.readUntil(Duration.between(history.begin(), history.end()));
        reading.readUntilNothingComes();
        return reading;
    }

    List<Session> published(SessionStream stream) {
        return topics.sessions.get(stream);
    }

    List<String> ids(SessionStream stream) {
        return published(stream).stream().map(Session::sessionId).toList();
    }

    List<MalformedSession> deadLetters(SessionStream stream) {
        return topics.deadLetters.get(stream);
    }

    /** The dates of the sessions that the next run would remember as published. */
    List<Instant> remembered(SessionStream stream) {
        String published = committed.get(stream).memory().orElseThrow().published();
        return FingerprintCodec.decode(published).stream()
                .filter(fingerprint -> !fingerprint.isUndated())
                .map(fingerprint -> Instant.ofEpochMilli(fingerprint.date()))
                .toList();
    }

    /** The in-progress topic by key: true for a record, false for a tombstone. */
    Map<String, List<Boolean>> inProgressTopic() {
        return topics.inProgress;
    }

    /** Whether it was read by a run that was killed before the first commit, so that the next run acts as the first. */
    boolean wasForgotten(String id) {
        return forgotten.contains(id);
    }

    /** The position of a stream in the last run, so long before its last publication. */
    Optional<Instant> positionLongBeforeTheLast(SessionStream stream, Duration time) {
        NavigableMap<Long, Instant> all = positions.getOrDefault(stream, new TreeMap<>());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(all.floorEntry(all.lastKey() - time.toNanos()))
                        .map(Map.Entry::getValue);
    }

    int requests() {
        return api.queries().size();
    }

    ModelApi api() {
        return api;
    }

    Map<SessionStream, StreamOffset> offsets() {
        return committed;
    }

    private void start() {
        ReadSettings settings = new ReadSettings(
                history.choice().streams(),
                history.choice().startDate(),
                History.POLL_INTERVAL,
                lookback,
                pageSize,
                history.tuning().requestsAtOnce(),
                history.choice().tombstones()
                        ? Set.of(Extra.TOMBSTONES, Extra.DEAD_LETTERS)
                        : Set.of(Extra.DEAD_LETTERS));
        readers.clear();
        int capacity = history.tuning().queueCapacity();
        queue = new BatchQueue(capacity, capacity);
        ReadAhead readAhead = new ReadAhead(100, 2 * history.tuning().requestsAtOnce() + 1);
        LevelHash hash = new LevelHash("key " + keys);
        if (history.crowded()) {
            neighbour = new BatchQueue(capacity, capacity);
            read("the neighbour", settings, hash, Map.of(), neighbour, readAhead);
        }
        read("some-school", settings, hash, committed, queue, readAhead);
    }

    private void read(
            String organisation,
            ReadSettings settings,
            ContentHash hash,
            Map<SessionStream, StreamOffset> offsets,
            BatchQueue into,
            ReadAhead readAhead) {
        OrganisationContext context = new OrganisationContext(organisation, settings, loop, into, ReadListener.NONE);
        OrganisationReader reader = new OrganisationReader(context, api, hash, offsets, readAhead);
        readers.add(reader);
        reader.start(History.POLL_INTERVAL);
    }

    /**
     * With exactly-once, records are committed together with their offset. Without it, offsets are committed at intervals, so
     * that later records are published again, and the worker may die in the middle of a batch.
     */
    private void killAndStart(History.Restart restart) {
        if (!history.choice().exactlyOnce() && !workerIsStuck()) {
            publishUpToSomeRecord();
        }
        loop.kill();
        loop.pass(restart.downFor());
        lastFetch = loop.nanoTime();
        uncommitted.clear();
        positions.clear();
        if (committed.isEmpty()) {
            forgotten.addAll(inProgressTopic().keySet());
        }
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

    /** Everything is published once nothing was published for longer than the largest group of ties can take. */
    private void readUntilNothingComes() {
        int before = -1;
        for (int rounds = 0; before != topics.size(); rounds++) {
            assertThat(rounds)
                    .as("times that something was published long after the last event")
                    .isLessThan(20);
            before = topics.size();
            readFor(history.patience(), history.tuning().fetchSeldom());
        }
    }

    void readFor(Duration time) {
        readFor(time, history.tuning().fetchEvery());
    }

    private void readFor(Duration time, Duration fetchEvery) {
        long until = loop.nanoTime() + time.toNanos();
        while (loop.nanoTime() < until) {
            long nextFetch = lastFetch + fetchEvery.toNanos();
            loop.pass(Duration.ofNanos(Math.min(nextFetch, until) - loop.nanoTime()));
            if (loop.nanoTime() == nextFetch) {
                lastFetch = nextFetch;
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
        if (workerIsStuck()) {
            return;
        }
        List<Batch> fetched = fetched(queue);
        fetched.forEach(this::publish);
        boolean neighbourHasRoomAgain = !fetched(neighbour).isEmpty();
        if (history.choice().exactlyOnce() || loop.nanoTime() - lastCommit > COMMIT_INTERVAL.toNanos()) {
            committed.putAll(uncommitted);
            lastCommit = loop.nanoTime();
        }
        if (!fetched.isEmpty() || neighbourHasRoomAgain) {
            readers.forEach(OrganisationReader::resume);
        }
    }

    private static List<Batch> fetched(BatchQueue from) {
        try {
            return from.poll(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (StreamFailedException e) {
            assertThat(e).as("why the task failed").cause().hasMessage("refused");
            return List.of();
        }
    }

    private void publishUpToSomeRecord() {
        List<Batch> fetched = fetched(queue);
        int all = fetched.stream().mapToInt(batch -> batch.entries().size()).sum();
        int rest = random.nextInt(all + 1);
        for (Batch batch : fetched) {
            int some = Math.min(rest, batch.entries().size());
            rest -= some;
            if (some == batch.entries().size()) {
                publish(batch);
            } else if (some > 0) {
                publish(batch, batch.entries().subList(0, some), batch.before());
            }
        }
        // Connect commits the acknowledged offset of each stream, and one stream may be behind the other.
        uncommitted.forEach((stream, offset) -> {
            boolean lastCommitWasInTime = random.nextInt(4) == 0;
            if (lastCommitWasInTime) {
                committed.put(stream, offset);
            }
        });
    }

    private void publish(Batch batch) {
        publish(batch, batch.entries(), Optional.of(batch.after()));
    }

    /** @param offset the offset of the last record */
    private void publish(Batch batch, List<Entry> entries, Optional<StreamOffset> offset) {
        SessionStream stream = batch.stream();
        Instant from = set.getOrDefault(stream, history.choice().startDate().orElse(Instant.MIN));
        assertThat(entries)
                .filteredOn(Session.class::isInstance)
                .as("published in %s, reading from %s", stream, from)
                .noneMatch(entry -> entry.date(stream.dateField()).orElseThrow().isBefore(from));
        offset.ifPresent(carried -> positions
                .computeIfAbsent(stream, some -> new TreeMap<>())
                .put(loop.nanoTime(), carried.position().date()));
        topics.add(stream, entries, batch.tombstones());
        // Stored and read again, since an offset may not hold everything.
        offset.ifPresent(carried -> uncommitted.put(stream, StreamOffset.fromMap(stream, carried.toMap())));
    }

    /** Hashes the result and the dates of a session, and the whole JSON of a malformed one. */
    private record LevelHash(String name) implements ContentHash {

        @Override
        public long of(Entry entry) {
            if (entry instanceof Session session) {
                return Objects.hash(session.result(), session.startDate(), session.endDate());
            }
            byte[] content = (name + ((MalformedSession) entry).json()).getBytes(StandardCharsets.UTF_8);
            return UUID.nameUUIDFromBytes(content).getMostSignificantBits();
        }
    }
}
