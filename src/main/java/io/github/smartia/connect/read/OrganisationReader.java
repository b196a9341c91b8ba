package io.github.smartia.connect.read;

import io.github.smartia.connect.api.SessionsApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the streams of one organisation into an outbox, from where earlier runs left off, for as long as its loop runs.
 * Its methods may be called from any thread.
 */
public final class OrganisationReader {

    private final Loop loop;
    private final Rounds rounds;

    /** @param offsets where the streams stand; a stream that is not in there was never read */
    public OrganisationReader(
            SessionsApi api,
            ReadSettings settings,
            ContentHash hash,
            Map<Stream, StreamOffset> offsets,
            Loop loop,
            Outbox outbox) {
        this.loop = loop;
        List<StreamReader> readers = settings.streams().stream()
                .map(stream -> {
                    StreamState state = Optional.ofNullable(offsets.get(stream))
                            .map(offset -> StreamState.restored(offset, hash, settings))
                            .orElseGet(() -> StreamState.fresh(stream, hash, settings));
                    return new StreamReader(stream, api, settings, state, loop, outbox);
                })
                .toList();
        this.rounds = new Rounds(readers, settings.pollInterval(), loop);
    }

    /** Begins reading. */
    public void start() {
        loop.execute(rounds::start);
    }

    /** Something was fetched from the outbox: there may be room again. */
    public void readOn() {
        loop.execute(rounds::readOn);
    }
}
