package io.github.smartia.connect.quickstart;

import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.quickstart.database.SessionTable;
import io.github.smartia.connect.stack.ConnectRest.SourceOffset;
import io.github.smartia.connect.stack.TopicRecord;
import io.github.smartia.connect.stack.TopicTail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One stream of the connector, seen from outside: its topic, which goes into a table, and its offset. For one thread. */
final class WatchedStream implements AutoCloseable {

    private final SessionStream stream;
    private final String topic;
    private final TopicTail tail;
    private final SessionTable table;
    private long records;
    private long tombstones;

    /** @param tail closed with this, as is the table */
    WatchedStream(SessionStream stream, String topic, TopicTail tail, SessionTable table) {
        this.stream = stream;
        this.topic = topic;
        this.tail = tail;
        this.table = table;
    }

    /** Writes to the table what arrives within a moment. */
    void readOn() {
        List<TopicRecord> arrived = tail.poll();
        table.write(arrived);
        long deleted = arrived.stream().filter(TopicRecord::isTombstone).count();
        tombstones += deleted;
        records += arrived.size() - deleted;
    }

    /** Writes to the table all that the topic holds now. */
    void readToEnd() {
        do {
            readOn();
        } while (!tail.hasReachedEnd());
    }

    /** @param offsets of all of the connector's streams */
    StreamSight sight(List<SourceOffset> offsets) {
        return new StreamSight(
                stream.streamName(), topic, records, tombstones, table.extent(), position(stream, offsets));
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
        table.close();
    }
}
