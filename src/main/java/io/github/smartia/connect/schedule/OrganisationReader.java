package io.github.smartia.connect.schedule;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.SessionQuery;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.offset.StreamOffset;
import io.github.smartia.connect.read.ContentHash;
import io.github.smartia.connect.read.OrganisationContext;
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
 * Reads the streams of one organisation into the batch queue, from their offsets, until the event loop is closed. The
 * streams are read independently; they share the limits of the API key, and {@link Tombstones}. Thread-safe.
 */
public final class OrganisationReader {

    private final OrganisationContext context;
    private final ReadSettings settings;
    private final Map<SessionStream, StreamOffset> offsets;
    private final ReadAhead readAhead;
    private final List<StreamReader> readers;

    /** @param offsets the stored offsets; a stream without one was never read */
    public OrganisationReader(
            OrganisationContext context,
            SessionsApi api,
            ContentHash hash,
            Map<SessionStream, StreamOffset> offsets,
            ReadAhead readAhead) {
        this.context = context;
        this.settings = context.settings();
        this.offsets = offsets;
        this.readAhead = readAhead;
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
        StreamPublisher publisher =
                new StreamPublisher(context, state, tombstones, offset(stream), lookback::published);
        InFlightPages requests =
                new InFlightPages(api, settings.maxConcurrentRequests(), context.loop(), cause -> fail(stream, cause));
        PollPlan plan = new PollPlan(page, state, lookback, readAhead);
        return new StreamReader(context, state, publisher, plan, tombstones, requests, cause -> fail(stream, cause));
    }

    private void fail(SessionStream stream, RuntimeException cause) {
        context.listener().failed();
        context.queue().fail(new StreamFailedException(context.organisation(), stream, cause));
        readers.forEach(StreamReader::stop);
    }

    /**
     * Starts reading.
     *
     * @param first the time to the second poll; later polls follow at the poll interval
     */
    public void start(Duration first) {
        context.loop().execute(() -> readers.forEach(reader -> reader.start(first)));
    }

    /** Continues after the batch queue has made room. */
    public void resume() {
        context.loop().execute(() -> readers.forEach(StreamReader::resume));
    }
}
