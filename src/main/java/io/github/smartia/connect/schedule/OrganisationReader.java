package io.github.smartia.connect.schedule;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.read.BatchQueue;
import io.github.smartia.connect.read.ContentHash;
import io.github.smartia.connect.read.DeadLetterLog;
import io.github.smartia.connect.read.EventLoop;
import io.github.smartia.connect.read.ReadListener;
import io.github.smartia.connect.read.ReadSettings;
import io.github.smartia.connect.read.ReadSettings.Extra;
import io.github.smartia.connect.read.StreamFailedException;
import io.github.smartia.connect.read.StreamPublisher;
import io.github.smartia.connect.read.StreamState;
import io.github.smartia.connect.read.Tombstones;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the streams of one organisation into a batch queue, from their offsets on, until its loop ends. The streams are read
 * independently of each other: they share the limits of the API key, and what {@link Tombstones} says of both. Its methods may
 * be called from any thread.
 */
public final class OrganisationReader {

    private final String organisation;
    private final ReadSettings settings;
    private final Map<SessionStream, StreamOffset> offsets;
    private final EventLoop loop;
    private final BatchQueue queue;
    private final ReadAhead readAhead;
    private final ReadListener listener;
    private final List<StreamReader> readers;

    /**
     * @param organisation names it in batches and messages
     * @param offsets how far the streams were read; a stream without one was never read
     * @param listener hears how reading proceeds
     */
    public OrganisationReader(
            String organisation,
            SessionsApi api,
            ReadSettings settings,
            ContentHash hash,
            Map<SessionStream, StreamOffset> offsets,
            EventLoop loop,
            BatchQueue queue,
            ReadAhead readAhead,
            ReadListener listener) {
        this.organisation = organisation;
        this.settings = settings;
        this.offsets = offsets;
        this.loop = loop;
        this.queue = queue;
        this.readAhead = readAhead;
        this.listener = listener;
        Map<SessionStream, StreamState> states = new EnumMap<>(SessionStream.class);
        settings.streams().forEach(stream -> states.put(stream, state(stream, hash)));
        Tombstones tombstones = new Tombstones(states, offsets.values(), settings.publishes(Extra.TOMBSTONES));
        this.readers = states.values().stream()
                .map(state -> reader(state, tombstones, api))
                .toList();
    }

    private StreamState state(SessionStream stream, ContentHash hash) {
        return offset(stream)
                .map(offset -> StreamState.restored(offset, hash, settings))
                .orElseGet(() -> StreamState.fresh(stream, hash, settings));
    }

    private Optional<StreamOffset> offset(SessionStream stream) {
        return Optional.ofNullable(offsets.get(stream));
    }

    private StreamReader reader(StreamState state, Tombstones tombstones, SessionsApi api) {
        SessionStream stream = state.stream();
        SessionQuery page = SessionQuery.of(stream.status(), stream.dateField(), settings.pageSize());
        LookbackPages lookback = new LookbackPages(state, settings.pageSize());
        StreamPublisher publisher = new StreamPublisher(
                organisation,
                state,
                tombstones,
                deadLetters(stream),
                offset(stream),
                lookback::published,
                queue,
                listener);
        InFlightPages requests =
                new InFlightPages(api, settings.maxConcurrentRequests(), loop, cause -> fail(stream, cause));
        return new StreamReader(
                state,
                publisher,
                new PollPlan(page, state, lookback, readAhead),
                tombstones,
                requests,
                loop,
                settings.pollInterval(),
                new InconsistencyLog(organisation, stream, loop::nanoTime, () -> listener.inconsistent(stream)),
                new HistoryLog(organisation, stream, loop::nanoTime, sessions -> listener.remaining(stream, sessions)),
                cause -> fail(stream, cause));
    }

    private Optional<DeadLetterLog> deadLetters(SessionStream stream) {
        return settings.publishes(Extra.DEAD_LETTERS)
                ? Optional.of(new DeadLetterLog(organisation, stream, loop))
                : Optional.empty();
    }

    private void fail(SessionStream stream, RuntimeException cause) {
        listener.failed();
        queue.fail(new StreamFailedException(organisation, stream, cause));
        readers.forEach(StreamReader::stop);
    }

    /**
     * Begins reading.
     *
     * @param first until the second poll; from then on the poll interval counts
     */
    public void start(Duration first) {
        loop.execute(() -> readers.forEach(reader -> reader.start(first)));
    }

    /** There may be room in the batch queue again. */
    public void readOn() {
        loop.execute(() -> readers.forEach(StreamReader::readOn));
    }
}
