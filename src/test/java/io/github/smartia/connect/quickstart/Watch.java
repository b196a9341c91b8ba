package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.config.TopicSettings;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.ConnectorStatus;
import io.github.smartia.connect.stack.SourceOffset;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Watches a running connector from outside, as its users do. For one thread. */
final class Watch implements AutoCloseable {

    private static final Duration BETWEEN_SIGHTS = Duration.ofSeconds(1);

    private final ConnectRest connect;
    private final String connector;
    private final List<WatchedStream> streams;
    private final Display display;
    private final Clock clock;

    Watch(Deployment deployment, Display display, Clock clock) {
        TopicSettings topics = deployment.config().topics();
        this.connect = deployment.rest();
        this.connector = deployment.connector().name();
        this.display = display;
        this.clock = clock;
        this.streams = Arrays.stream(SessionStream.values())
                .map(stream -> new WatchedStream(
                        stream, topics.of(stream), deployment.stack().tail(topics.of(stream))))
                .toList();
    }

    /**
     * Shows the streams until the time is over, or for good.
     *
     * @return how they stood at the end
     * @throws QuickstartException where the connector fails
     */
    List<StreamSight> during(Optional<Duration> time) {
        Instant end = time.map(clock.instant()::plus).orElse(Instant.MAX);
        while (clock.instant().isBefore(end)) {
            readOn();
            requireSound(connect.status(connector));
            display.show(clock.instant(), sights());
        }
        return sights();
    }

    @Override
    public void close() {
        streams.forEach(WatchedStream::close);
    }

    private void readOn() {
        Instant nextSight = clock.instant().plus(BETWEEN_SIGHTS);
        do {
            streams.forEach(WatchedStream::readOn);
        } while (clock.instant().isBefore(nextSight));
    }

    private List<StreamSight> sights() {
        List<SourceOffset> offsets = connect.offsets(connector);
        return streams.stream().map(stream -> stream.sight(offsets)).toList();
    }

    private static void requireSound(ConnectorStatus status) {
        if (status.hasFailed()) {
            throw new QuickstartException("The connector has failed: " + status.trace());
        }
    }
}
