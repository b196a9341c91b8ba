package io.github.smartia.connect.read;

import io.github.smartia.connect.api.SessionsApi;
import io.github.smartia.connect.model.SessionStream;
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
    private final Map<SessionStream, StreamOffset> offsets;
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
            Map<SessionStream, StreamOffset> offsets,
            Workplace place,
            ReadingListener listener) {
        this.organisation = organisation;
        this.settings = settings;
        this.offsets = offsets;
        this.loop = place.loop();
        this.outbox = place.outbox();
        this.listener = listener;
        Map<SessionStream, StreamState> states = new EnumMap<>(SessionStream.class);
        settings.streams().forEach(stream -> states.put(stream, state(stream, hash)));
        Map<SessionStream, LifeCycle> lifeCycles = lifeCycles(states);
        List<StreamReader> readers = settings.streams().stream()
                .map(stream -> {
                    StreamState state = states.get(stream);
                    StreamPublisher publisher = new StreamPublisher(
                            organisation, state, lifeCycles.get(stream), log(stream), offset(stream), outbox, listener);
                    InconsistencyLog inconsistencies = new InconsistencyLog(
                            organisation, stream, loop::nanoTime, () -> listener.inconsistent(stream));
                    HistoryLog history = new HistoryLog(
                            organisation, stream, loop::nanoTime, sessions -> listener.remaining(stream, sessions));
                    return new StreamReader(
                            state,
                            publisher,
                            api,
                            settings,
                            loop,
                            inconsistencies,
                            history,
                            cause -> fail(stream, cause));
                })
                .toList();
        this.rounds = new Rounds(readers, settings.pollInterval(), loop, place.seats());
    }

    private Optional<StreamOffset> offset(SessionStream stream) {
        return Optional.ofNullable(offsets.get(stream));
    }

    private StreamState state(SessionStream stream, ContentHash hash) {
        return offset(stream)
                .map(offset -> StreamState.restored(offset, hash, settings))
                .orElseGet(() -> StreamState.fresh(stream, hash, settings));
    }

    private Map<SessionStream, LifeCycle> lifeCycles(Map<SessionStream, StreamState> states) {
        if (!settings.tombstones() || states.size() < SessionStream.values().length) {
            return states.keySet().stream()
                    .collect(Collectors.toMap(stream -> stream, stream -> new Keeping(ids(stream))));
        }
        StreamState completed = states.get(SessionStream.COMPLETED);
        OpenSessions sessions = new OpenSessions();
        sessions.restoreOpen(ids(SessionStream.IN_PROGRESS));
        sessions.restoreClosed(ids(SessionStream.COMPLETED));
        Optional<CrashWindow> doubt = completed
                .caughtUp()
                .filter(date -> aRunMayHaveCrashed())
                .map(date -> CrashWindow.openedBy(completed, forgottenUntil(date)));
        return Map.of(
                SessionStream.IN_PROGRESS, new Opening(sessions, completed),
                SessionStream.COMPLETED, new Closing(sessions, completed, doubt));
    }

    /** An offset without a memory was set by a person, while nothing ran. */
    private boolean aRunMayHaveCrashed() {
        return !settings.exactlyOnce()
                && offset(SessionStream.IN_PROGRESS)
                        .flatMap(StreamOffset::memory)
                        .isPresent();
    }

    private Instant forgottenUntil(Instant endOfHistory) {
        boolean forgotSome = offset(SessionStream.COMPLETED)
                .flatMap(StreamOffset::memory)
                .filter(StreamOffset.Memory::isFull)
                .isPresent();
        return forgotSome ? endOfHistory : Instant.MIN;
    }

    private List<Long> ids(SessionStream stream) {
        return offset(stream)
                .flatMap(StreamOffset::memory)
                .map(memory -> IdCodec.decode(memory.ids()))
                .orElse(List.of());
    }

    private Optional<DeadLetterLog> log(SessionStream stream) {
        return settings.deadLetters() ? Optional.of(new DeadLetterLog(organisation, stream, loop)) : Optional.empty();
    }

    private void fail(SessionStream stream, RuntimeException cause) {
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
