package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.quickstart.database.SessionDatabase;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectRest.SourceOffset;
import io.github.smartia.connect.stack.ConnectorStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Watches a running connector from outside, as its users do, and fills the database from its topics. For one thread. */
final class Watch implements AutoCloseable {

    private static final Duration BETWEEN_SNAPSHOTS = Duration.ofSeconds(1);

    private final ConnectRest connect;
    private final String connector;
    private final List<WatchedStream> streams;
    private final Supplier<Optional<ProgressMeter.Api>> api;
    private final Clock clock;
    private final ProgressMeter meter = new ProgressMeter();

    /** @param api what is known of an API that runs in this process */
    Watch(Deployment deployment, SessionDatabase database, Supplier<Optional<ProgressMeter.Api>> api, Clock clock) {
        Map<SessionStream, String> topics = deployment.config().topics();
        this.connect = deployment.rest();
        this.connector = deployment.connector().name();
        this.api = api;
        this.clock = clock;
        this.streams = Arrays.stream(SessionStream.values())
                .map(stream -> new WatchedStream(
                        stream,
                        topics.get(stream),
                        deployment.stack().tail(topics.get(stream)),
                        database.table(stream)))
                .toList();
    }

    /** Shows snapshots until the time is over, or for good. Fails where the connector does. */
    void during(Optional<Duration> time, Consumer<Snapshot> shown) {
        Instant end = time.map(clock.instant()::plus).orElse(Instant.MAX);
        while (clock.instant().isBefore(end)) {
            readOn();
            shown.accept(snapshot());
        }
    }

    /** Stops the connector, so that the topics grow no more, and reads what is left in them. */
    Snapshot stop() {
        connect.stop(connector);
        connect.awaitState(connector, "STOPPED");
        streams.forEach(WatchedStream::readToEnd);
        return snapshot();
    }

    @Override
    public void close() {
        streams.forEach(WatchedStream::close);
    }

    private void readOn() {
        Instant nextSnapshot = clock.instant().plus(BETWEEN_SNAPSHOTS);
        do {
            streams.forEach(WatchedStream::readOn);
        } while (clock.instant().isBefore(nextSnapshot));
    }

    private Snapshot snapshot() {
        ConnectorStatus status = connect.status(connector);
        if (status.hasFailed()) {
            throw new IllegalStateException(
                    "The connector has failed. " + status.trace().split("\n", 2)[0]);
        }
        List<SourceOffset> offsets = connect.offsets(connector);
        Instant now = clock.instant();
        List<StreamSight> sights =
                streams.stream().map(stream -> stream.sight(offsets)).toList();
        return new Snapshot(now, status.connector().state(), sights, meter.measure(now, sights, api.get()));
    }
}
