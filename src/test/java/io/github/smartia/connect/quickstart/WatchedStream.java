package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.stack.SourceOffset;
import io.github.smartia.connect.stack.TopicTail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One stream of the connector, seen from outside: by its topic and its offset. For one thread. */
final class WatchedStream implements AutoCloseable {

    private final SessionStream stream;
    private final String topic;
    private final TopicTail tail;
    private final TopicTally tally;

    /** @param tail of {@code topic}; closed with this */
    WatchedStream(SessionStream stream, String topic, TopicTail tail) {
        this.stream = stream;
        this.topic = topic;
        this.tail = tail;
        this.tally = new TopicTally(stream.dateField());
    }

    /** Counts what arrives within a moment. */
    void readOn() {
        tail.poll().forEach(tally::add);
    }

    /** @param offsets of all of the connector's streams */
    StreamSight sight(List<SourceOffset> offsets) {
        return new StreamSight(
                stream.streamName(),
                topic,
                tally.records(),
                tally.tombstones(),
                tally.newest(),
                position(stream, offsets));
    }

    /** The date that leads a stream's offset; empty where it has none yet. */
    static Optional<Instant> position(SessionStream stream, List<SourceOffset> offsets) {
        return offsets.stream()
                .filter(offset -> stream.streamName().equals(offset.partition().get("stream")))
                .flatMap(offset -> Optional.ofNullable(
                        offset.offset().get(stream.dateField().apiName()))
                        .stream())
                .map(date -> Instant.parse(date.toString()))
                .findFirst();
    }

    @Override
    public void close() {
        tail.close();
    }
}
