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

/** Publishes what is new or changed in the segments of one stream, by adding it to the batch queue. Not thread-safe. */
public final class StreamPublisher {

    private final OrganisationContext context;
    private final SessionStream stream;
    private final StreamState state;
    private final Tombstones tombstones;
    private final MissingSessions missing;
    private final DeadLetterLog deadLetters;
    private final Consumer<Entry> onPublished;
    private Optional<StreamOffset> lastOffset;
    private long sent;

    /**
     * @param stored the offset that the state was restored from
     * @param onPublished is called with each published entry that may change later
     */
    public StreamPublisher(
            OrganisationContext context,
            StreamState state,
            Tombstones tombstones,
            Optional<StreamOffset> stored,
            Consumer<Entry> onPublished) {
        this.context = context;
        this.stream = state.stream();
        this.state = state;
        this.tombstones = tombstones;
        this.missing = new MissingSessions(state.published());
        this.deadLetters = new DeadLetterLog(context.partition(stream), context.loop());
        this.lastOffset = stored;
        this.onPublished = onPublished;
    }

    public boolean hasRoom() {
        return context.queue().hasRoom(context.organisation());
    }

    /**
     * Publishes what is new in a segment.
     *
     * @param caughtUp whether the stream is read to its open end with this segment
     * @throws MalformedSessionException at the first malformed session if there are no dead letters; the sessions before it
     *     were published
     */
    public Published publish(Segment read, boolean caughtUp) {
        // Settled sessions are forgotten and would be published again.
        Segment segment = read.since(state.watermark());
        Instant settled = state.settledBy(segment);
        return isHistory(segment, settled)
                ? publishHistory(segment, settled, caughtUp)
                : publishRecent(segment, settled, caughtUp);
    }

    /** Whether the segment settles all of its sessions and none of them is remembered. */
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

    private Published publishHistory(Segment segment, Instant settled, boolean caughtUp) {
        BatchBuilder batch = new BatchBuilder();
        for (PositionedEntry entry : segment.entries()) {
            Session session = (Session) entry.entry();
            if (session.status() == stream.status() && mayPublish(session)) {
                batch.add(session);
                close(session, batch);
                state.published(entry.position());
            }
        }
        settle(settled);
        send(batch, caughtUp);
        return new Published(batch.entries().size(), false, false);
    }

    private Published publishRecent(Segment segment, Instant settledIfConfirmed, boolean caughtUp) {
        long sentBefore = sent;
        Map<Fingerprint, PositionedEntry> shown = SegmentFingerprints.of(segment, stream, state.hash());
        BatchBuilder batch = new BatchBuilder();
        for (Map.Entry<Fingerprint, PositionedEntry> one : shown.entrySet()) {
            requireDeadLetters(one.getValue(), batch);
            batch = withRoom(batch);
            publishIfNew(one.getValue(), one.getKey(), batch);
        }
        OptionalInt vanished = missing.check(expected(segment), ids(shown.keySet()), segment.isPart());
        boolean isUnconfirmed = vanished.isEmpty() && settledIfConfirmed.isAfter(state.watermark());
        boolean isContradicted = isUnconfirmed && missing.areContradictory();
        Instant settled = vanished.isPresent() || isContradicted ? settledIfConfirmed : state.watermark();
        for (PositionedEntry reverted : state.takeReverted(settled)) {
            batch = withRoom(batch);
            publish(reverted, SegmentFingerprints.of(reverted, state.hash()), batch);
        }
        batch.vanished(vanished.orElse(0));
        settle(settled);
        send(batch, caughtUp);
        return new Published((int) (sent - sentBefore), isUnconfirmed && !isContradicted, isContradicted);
    }

    private BatchBuilder withRoom(BatchBuilder batch) {
        if (!batch.isFull()) {
            return batch;
        }
        send(batch, false);
        return new BatchBuilder();
    }

    private void settle(Instant settled) {
        if (settled.isAfter(state.watermark())) {
            missing.settled();
        }
        List<Fingerprint> forgotten = state.settle(settled);
        if (stream.closesSessions()) {
            tombstones.completedSettled(forgotten);
        }
    }

    private Set<Long> expected(Segment segment) {
        Set<Long> expected = state.published().idsBetween(segment.from(), segment.coveredTo());
        if (stream.opensSessions()) {
            expected.removeIf(tombstones::hasCompleted);
        }
        return expected;
    }

    private static Set<Long> ids(Set<Fingerprint> fingerprints) {
        return fingerprints.stream().map(Fingerprint::id).collect(Collectors.toSet());
    }

    private void requireDeadLetters(PositionedEntry entry, BatchBuilder batch) {
        if (entry.entry() instanceof MalformedSession malformed
                && !context.settings().publishes(ReadSettings.Extra.DEAD_LETTERS)) {
            send(batch, false);
            throw MalformedSessionException.of(malformed);
        }
    }

    private boolean mayPublish(Entry entry) {
        return !stream.opensSessions() || !(entry instanceof Session session) || tombstones.mayOpen(session);
    }

    private void publishIfNew(PositionedEntry entry, Fingerprint fingerprint, BatchBuilder batch) {
        if (!mayPublish(entry.entry())) {
            batch.suppressed();
            // The API may list it as open for longer than it is remembered as completed.
            state.published().addUnlessLater(fingerprint);
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
            // A malformed id may contain anything, and more people read offsets than sessions.
            state.published(Position.startOf(entry.date()), fingerprint);
            deadLetters.published((MalformedSession) entry.entry());
        }
    }

    private void count(Position position, Fingerprint fingerprint, BatchBuilder batch) {
        if (state.published().containsId(fingerprint.id())) {
            batch.changed();
        } else if (state.position()
                .filter(latest -> position.compareTo(latest) < 0)
                .isPresent()) {
            batch.late();
        }
    }

    private void close(Session session, BatchBuilder batch) {
        if (stream.closesSessions() && tombstones.close(session)) {
            batch.addTombstone(session);
        }
    }

    private void send(BatchBuilder batch, boolean caughtUp) {
        ReadProgress progress = batch.progress(state.position(), caughtUp);
        if (batch.isEmpty()) {
            context.listener().read(stream, progress);
            return;
        }
        StreamOffset after = state.offset(tombstones.after()).orElseThrow();
        context.queue()
                .add(new Batch(
                        context.organisation(),
                        stream,
                        batch.entries(),
                        batch.tombstones(),
                        lastOffset,
                        after,
                        progress));
        lastOffset = Optional.of(after);
        sent += batch.entries().size();
    }

    /**
     * The result of publishing a segment.
     *
     * @param sessions how many were published
     * @param needsConfirmation whether the segment lacks published sessions for the first time and settles nothing until it is
     *     read again
     * @param isContradicted whether the segment lacks published sessions that other responses show, time and again, so that its
     *     sessions are settled without a confirmation
     */
    public record Published(int sessions, boolean needsConfirmation, boolean isContradicted) {}
}
