package io.github.smartia.connect.read;

import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Position;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.paging.MalformedSessionException;
import io.github.smartia.connect.paging.PositionedEntry;
import io.github.smartia.connect.paging.Segment;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what is new or changed in what was read of one stream, and hands it over. All of it happens on the loop. */
final class StreamPublisher {

    private final String organisation;
    private final SessionStream stream;
    private final StreamState state;
    private final LifeCycle lifeCycle;
    private final Optional<DeadLetterLog> deadLetters;
    private final Outbox outbox;
    private final ReadingListener listener;
    private Optional<StreamOffset> delivered;

    /**
     * @param organisation whose stream it is
     * @param deadLetters takes note of malformed sessions that are handed over; where empty, they end reading
     * @param stored the offset that the state was restored from
     */
    StreamPublisher(
            String organisation,
            StreamState state,
            LifeCycle lifeCycle,
            Optional<DeadLetterLog> deadLetters,
            Optional<StreamOffset> stored,
            Outbox outbox,
            ReadingListener listener) {
        this.organisation = organisation;
        this.stream = state.stream();
        this.state = state;
        this.lifeCycle = lifeCycle;
        this.deadLetters = deadLetters;
        this.delivered = stored;
        this.outbox = outbox;
        this.listener = listener;
    }

    boolean hasRoom() {
        return outbox.hasRoom(organisation);
    }

    /**
     * Hands over what is news in a piece.
     *
     * @param now in nanoseconds of the loop's clock
     * @return whether there was any
     * @throws MalformedSessionException if it holds what is no session and must not be handed over; what comes before
     *     was handed over
     */
    boolean publish(Segment segment, long now) {
        Map<Fingerprint, PositionedEntry> shown = fingerprints(segment);
        News news = new News(state);
        boolean any = false;
        for (Map.Entry<Fingerprint, PositionedEntry> one : shown.entrySet()) {
            requireDeadLetters(one.getValue(), news);
            publish(one.getValue(), one.getKey(), news);
            if (news.isFull()) {
                any = true;
                handOver(news, false);
                news = new News(state);
            }
        }
        state.read(segment, ids(shown.keySet()), now);
        for (PositionedEntry otherwise : state.takeSettledOtherwise()) {
            handOver(otherwise, state.fingerprint(otherwise), news);
        }
        state.forgetSettled();
        if (segment.isLast()) {
            // Before the offset is made that goes with it: there may be no other for a long time.
            lifeCycle.caughtUp();
        }
        handOver(news, segment.isLast());
        return any || !news.isEmpty();
    }

    /** Of one session that is listed twice, the same content each time, in whatever order they come. */
    private Map<Fingerprint, PositionedEntry> fingerprints(Segment segment) {
        Map<Long, Fingerprint> byId = new HashMap<>();
        Map<Fingerprint, PositionedEntry> all = new LinkedHashMap<>();
        for (PositionedEntry entry : segment.entries()) {
            if (belongsHere(entry.entry())) {
                Fingerprint fingerprint = state.fingerprint(entry);
                Fingerprint other = byId.get(fingerprint.id());
                if (other == null || other.content() <= fingerprint.content()) {
                    byId.put(fingerprint.id(), fingerprint);
                    all.remove(other);
                    all.put(fingerprint, entry);
                }
            }
        }
        return all;
    }

    private static Set<Long> ids(Set<Fingerprint> fingerprints) {
        return fingerprints.stream().map(Fingerprint::id).collect(Collectors.toSet());
    }

    private void requireDeadLetters(PositionedEntry entry, News news) {
        if (entry.entry() instanceof MalformedSession malformed && deadLetters.isEmpty()) {
            handOver(news, false);
            throw MalformedSessionException.in(stream, malformed);
        }
    }

    /** Whether an entry, if it were read now, would be handed over or end reading. */
    boolean isNews(PositionedEntry dated) {
        if (dated.entry() instanceof MalformedSession && deadLetters.isEmpty()) {
            return true;
        }
        return belongsHere(dated.entry()) && isNews(dated.entry(), state.fingerprint(dated));
    }

    /** What is no session has no status to judge by. */
    private boolean belongsHere(Entry entry) {
        return !(entry instanceof Session session) || session.status() == stream.status();
    }

    private boolean isNews(Entry entry, Fingerprint fingerprint) {
        boolean admitted = !(entry instanceof Session) || lifeCycle.admits(fingerprint.id());
        return admitted && !state.recognises(fingerprint);
    }

    private void publish(PositionedEntry dated, Fingerprint fingerprint, News news) {
        if (dated.entry() instanceof MalformedSession) {
            lifeCycle.sawMalformed();
        }
        if (isNews(dated.entry(), fingerprint)) {
            handOver(dated, fingerprint, news);
        } else {
            news.suppressed();
            state.recognised(dated, fingerprint);
        }
    }

    private void handOver(PositionedEntry dated, Fingerprint fingerprint, News news) {
        news.add(dated, fingerprint);
        if (dated.entry() instanceof Session session) {
            if (lifeCycle.published(session, fingerprint.id())) {
                news.closes(session);
            }
            state.published(dated.position(), fingerprint);
        } else {
            // What stands in the place of its id may be anything, and the offset is read by more people.
            state.published(Position.startOf(dated.date()), fingerprint);
            deadLetters.ifPresent(log -> log.handedOver((MalformedSession) dated.entry()));
        }
    }

    private void handOver(News news, boolean atTheEnd) {
        send(news);
        listener.read(stream, news.progress(atTheEnd));
    }

    private void send(News news) {
        if (!news.isEmpty()) {
            StreamOffset after = state.offset(lifeCycle.ids()).orElseThrow();
            lifeCycle.idsAreKept();
            outbox.add(new Delivery(organisation, stream, news.entries(), news.closing(), delivered, after));
            delivered = Optional.of(after);
        }
    }
}
