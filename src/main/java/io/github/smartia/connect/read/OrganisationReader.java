package io.github.smartia.connect.read;

import io.github.smartia.connect.api.SessionsApi;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the streams of one organisation into an outbox, from where earlier runs left off, for as long as its loop runs.
 * Its methods may be called from any thread.
 */
public final class OrganisationReader {

    private final String organisation;
    private final ReadSettings settings;
    private final Map<Stream, StreamOffset> offsets;
    private final Loop loop;
    private final Outbox outbox;
    private final ReadingListener listener;
    private final Rounds rounds;

    /**
     * @param organisation names it in deliveries and messages
     * @param offsets where the streams stand; a stream that is not in there was never read
     * @param listener hears how reading goes on
     */
    public OrganisationReader(
            String organisation,
            SessionsApi api,
            ReadSettings settings,
            ContentHash hash,
            Map<Stream, StreamOffset> offsets,
            Workplace place,
            ReadingListener listener) {
        this.organisation = organisation;
        this.settings = settings;
        this.offsets = offsets;
        this.loop = place.loop();
        this.outbox = place.outbox();
        this.listener = listener;
        Map<Stream, StreamState> states = new EnumMap<>(Stream.class);
        settings.streams().forEach(stream -> states.put(stream, state(stream, hash)));
        Map<Stream, LifeCycle> lifeCycles = lifeCycles(states);
        List<StreamReader> readers = settings.streams().stream()
                .map(stream -> {
                    StreamState state = states.get(stream);
                    StreamPublisher publisher = new StreamPublisher(
                            organisation, state, lifeCycles.get(stream), log(stream), offset(stream), outbox, listener);
                    DoubtLog doubts = new DoubtLog(organisation, stream, loop::nanoTime);
                    return new StreamReader(
                            state, publisher, api, settings, loop, doubts, cause -> fail(stream, cause));
                })
                .toList();
        this.rounds = new Rounds(readers, settings.pollInterval(), loop, place.seats());
    }

    private Optional<StreamOffset> offset(Stream stream) {
        return Optional.ofNullable(offsets.get(stream));
    }

    private StreamState state(Stream stream, ContentHash hash) {
        return offset(stream)
                .map(offset -> StreamState.restored(offset, hash, settings))
                .orElseGet(() -> StreamState.fresh(stream, hash, settings));
    }

    private Map<Stream, LifeCycle> lifeCycles(Map<Stream, StreamState> states) {
        if (!settings.tombstones() || states.size() < Stream.values().length) {
            return states.keySet().stream()
                    .collect(Collectors.toMap(stream -> stream, stream -> new Keeping(ids(stream))));
        }
        StreamState completed = states.get(Stream.COMPLETED);
        OpenSessions sessions = new OpenSessions();
        sessions.restoreOpen(ids(Stream.IN_PROGRESS));
        sessions.restoreClosed(ids(Stream.COMPLETED));
        Optional<CrashWindow> doubt = completed
                .caughtUp()
                .filter(date -> aRunMayHaveCrashed())
                .map(date -> CrashWindow.openedBy(completed, forgottenUntil(date)));
        return Map.of(
                Stream.IN_PROGRESS, new Opening(sessions, completed),
                Stream.COMPLETED, new Closing(sessions, completed, doubt));
    }

    /** An offset without a memory was set by a person, while nothing ran. */
    private boolean aRunMayHaveCrashed() {
        return !settings.exactlyOnce()
                && offset(Stream.IN_PROGRESS).flatMap(StreamOffset::memory).isPresent();
    }

    private Instant forgottenUntil(Instant endOfHistory) {
        boolean forgotSome = offset(Stream.COMPLETED)
                .flatMap(StreamOffset::memory)
                .filter(StreamOffset.Memory::isFull)
                .isPresent();
        return forgotSome ? endOfHistory : Instant.MIN;
    }

    private List<Long> ids(Stream stream) {
        return offset(stream)
                .flatMap(StreamOffset::memory)
                .map(memory -> IdCodec.decode(memory.ids()))
                .orElse(List.of());
    }

    private Optional<DeadLetterLog> log(Stream stream) {
        return settings.deadLetters() ? Optional.of(new DeadLetterLog(organisation, stream, loop)) : Optional.empty();
    }

    private void fail(Stream stream, RuntimeException cause) {
        listener.failed();
        outbox.fail(new StreamFailedException(organisation, stream, cause));
        rounds.stop();
    }

    /** Begins reading. */
    public void start() {
        start(settings.pollInterval());
    }

    /** Begins reading, and again after {@code first}, from when on the poll interval counts. */
    public void start(Duration first) {
        loop.execute(() -> rounds.start(first));
    }
}
