package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.Fingerprint;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.paging.MalformedSessionException;
import io.github.smartia.connect.paging.PositionedEntry;
import io.github.smartia.connect.paging.Segment;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds what is new or changed in what was read of one stream, and puts it into the batch queue. Not thread-safe. */
public final class StreamPublisher {

    private final String organisation;
    private final SessionStream stream;
    private final StreamState state;
    private final Tombstones tombstones;
    private final MissingSessions missing;
    private final Optional<DeadLetterLog> deadLetters;
    private final Consumer<Entry> onPublished;
    private final BatchQueue queue;
    private final ReadListener listener;
    private Optional<StreamOffset> lastOffset;

    /**
     * @param organisation whose stream it is
     * @param deadLetters logs malformed sessions that become dead letters; where empty, they end reading
     * @param onPublished takes each entry that may have to be read again
     * @param stored the offset that the state was restored from
     */
    public StreamPublisher(
            String organisation,
            StreamState state,
            Tombstones tombstones,
            Optional<DeadLetterLog> deadLetters,
            Optional<StreamOffset> stored,
            Consumer<Entry> onPublished,
            BatchQueue queue,
            ReadListener listener) {
        this.organisation = organisation;
        this.stream = state.stream();
        this.state = state;
        this.tombstones = tombstones;
        this.missing = new MissingSessions(state.published());
        this.deadLetters = deadLetters;
        this.lastOffset = stored;
        this.onPublished = onPublished;
        this.queue = queue;
        this.listener = listener;
    }

    public boolean hasRoom() {
        return queue.hasRoom(organisation);
    }

    /**
     * Publishes what is new in a segment.
     *
     * @param atTheEnd whether the stream is read to its open end with it
     * @throws MalformedSessionException if it holds what is no session, and there are no dead letters; what comes before was
     *     published
     */
    public Published publish(Segment read, boolean atTheEnd) {
        // What is settled is forgotten, and would be published again.
        Segment segment = read.from().isBefore(state.watermark()) ? read.since(state.watermark()) : read;
        Instant settled = state.settledBy(segment);
        return isHistory(segment, settled)
                ? publishHistory(segment, settled, atTheEnd)
                : publishRecent(segment, settled, atTheEnd);
    }

    /** Whether all of it is settled once it is published, so that nothing of it need be remembered, and nothing is. */
    private boolean isHistory(Segment segment, Instant settled) {
        List<PositionedEntry> entries = segment.entries();
        Set<String> ids = new HashSet<>();
        return !entries.isEmpty()
                && entries.size() <= BatchBuilder.MAX_ENTRIES
                && !state.published().holdsAnyBefore(settled)
                && entries.stream()
                        .allMatch(entry -> entry.hasOwnDate()
                                && entry.date().isBefore(settled)
                                && entry.entry() instanceof Session session
                                && ids.add(session.sessionId()));
    }

    private Published publishHistory(Segment segment, Instant settled, boolean atTheEnd) {
        BatchBuilder batch = new BatchBuilder();
        for (PositionedEntry entry : segment.entries()) {
            Session session = (Session) entry.entry();
            if (belongsHere(session) && admits(session)) {
                batch.add(session);
                close(session, batch);
                state.published(entry.position());
            }
        }
        settle(settled);
        send(batch, atTheEnd);
        return new Published(batch.entries().size(), false);
    }

    private Published publishRecent(Segment segment, Instant settledIfShown, boolean atTheEnd) {
        Map<Fingerprint, PositionedEntry> shown = ShownOnce.of(segment, stream, state.hash());
        int before = 0;
        BatchBuilder batch = new BatchBuilder();
        for (Map.Entry<Fingerprint, PositionedEntry> one : shown.entrySet()) {
            requireDeadLetters(one.getValue(), batch);
            publishIfNew(one.getValue(), one.getKey(), batch);
            if (batch.isFull()) {
                before += batch.entries().size();
                send(batch, false);
                batch = new BatchBuilder();
            }
        }
        OptionalInt vanished = missing.read(expected(segment), ids(shown.keySet()));
        batch.vanished(vanished.orElse(0));
        Instant settled = vanished.isPresent() ? settledIfShown : state.watermark();
        for (PositionedEntry otherwise : state.takeShownOtherwise(settled)) {
            publish(otherwise, ShownOnce.fingerprint(otherwise, state.hash()), batch);
        }
        boolean inDoubt = vanished.isEmpty() && settledIfShown.isAfter(state.watermark());
        settle(settled);
        send(batch, atTheEnd);
        return new Published(before + batch.entries().size(), inDoubt);
    }

    private void settle(Instant settled) {
        List<Fingerprint> forgotten = state.settle(settled);
        if (stream.closesSessions()) {
            tombstones.completedAreForgotten(forgotten);
        }
        missing.forgetSettled();
    }

    private Set<Long> expected(Segment segment) {
        Instant from = segment.from().isBefore(state.watermark()) ? state.watermark() : segment.from();
        Set<Long> expected = state.published().idsBetween(from, segment.coveredTo());
        if (stream.opensSessions()) {
            expected.removeIf(tombstones::hasCompleted);
        }
        return expected;
    }

    private static Set<Long> ids(Set<Fingerprint> fingerprints) {
        return fingerprints.stream().map(Fingerprint::id).collect(Collectors.toSet());
    }

    private void requireDeadLetters(PositionedEntry entry, BatchBuilder batch) {
        if (entry.entry() instanceof MalformedSession malformed && deadLetters.isEmpty()) {
            send(batch, false);
            throw MalformedSessionException.of(malformed);
        }
    }

    /** What is no session has no status to judge by. */
    private boolean belongsHere(Entry entry) {
        return !(entry instanceof Session session) || session.status() == stream.status();
    }

    private boolean admits(Entry entry) {
        return !stream.opensSessions() || !(entry instanceof Session session) || tombstones.admits(session);
    }

    private void publishIfNew(PositionedEntry entry, Fingerprint fingerprint, BatchBuilder batch) {
        if (!admits(entry.entry())) {
            batch.suppressed();
            // The API may list it for longer than it is remembered as completed.
            state.published().add(fingerprint);
        } else if (state.published().recognises(fingerprint)) {
            batch.suppressed();
            state.recognised(entry, fingerprint);
        } else {
            publish(entry, fingerprint, batch);
        }
    }

    private void publish(PositionedEntry entry, Fingerprint fingerprint, BatchBuilder batch) {
        batch.add(entry.entry());
        onPublished.accept(entry.entry());
        if (entry.entry() instanceof Session session) {
            count(entry.position(), fingerprint, batch);
            close(session, batch);
            state.published(entry.position(), fingerprint);
        } else {
            // What stands in the place of its id may be anything, and the offset is read by more people.
            state.published(Position.startOf(entry.date()), fingerprint);
            deadLetters.ifPresent(log -> log.handedOver((MalformedSession) entry.entry()));
        }
    }

    private void count(Position place, Fingerprint fingerprint, BatchBuilder batch) {
        if (state.published().containsId(fingerprint.id())) {
            batch.changed();
        } else if (state.position()
                .filter(latest -> place.compareTo(latest) < 0)
                .isPresent()) {
            batch.late();
        }
    }

    private void close(Session session, BatchBuilder batch) {
        if (stream.closesSessions() && tombstones.close(session)) {
            batch.closes(session);
        }
    }

    private void send(BatchBuilder batch, boolean atTheEnd) {
        ReadProgress progress = batch.progress(state.position(), atTheEnd);
        if (batch.isEmpty()) {
            listener.read(stream, progress);
            return;
        }
        StreamOffset after = state.offset(tombstones.after()).orElseThrow();
        queue.add(new Batch(organisation, stream, batch.entries(), batch.closing(), lastOffset, after, progress));
        lastOffset = Optional.of(after);
    }

    /**
     * What came of publishing a segment.
     *
     * @param sessions how many were published
     * @param inDoubt whether it lacks published sessions for the first time, and settles nothing until it is read again
     */
    public record Published(int sessions, boolean inDoubt) {}
}
