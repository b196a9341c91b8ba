package io.github.smartia.connect.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Reads one topic from its beginning and keeps all that it has read. For one thread. */
public final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String topic;
    private final TopicTail tail;
    private final List<TopicRecord> records = new ArrayList<>();

    /** A reader on its own; {@link Stack#reader} makes one for a stack. */
    public TopicReader(String topic, IsolationLevel isolation, Broker broker, SchemaRegistry registry) {
        this.topic = topic;
        this.tail = new TopicTail(topic, isolation, broker, registry);
    }

    public List<TopicRecord> awaitCount(int count) {
        return await(read -> read.size() >= count);
    }

    /** Reads until it has so many records that are no tombstones; these alone. */
    public List<TopicRecord> awaitSessions(int count) {
        return sessions(await(read -> sessions(read).size() >= count));
    }

    /** Reads until the records are as wanted; all records read so far, in the order of each partition. */
    public List<TopicRecord> await(Predicate<List<TopicRecord>> wanted) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .pollInSameThread()
                    .until(() -> wanted.test(readOn()));
            return List.copyOf(records);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "The %d records of %s read in %s are not what was waited for"
                            .formatted(records.size(), topic, PATIENCE),
                    e);
        }
    }

    /** Reads what the topic holds now; all records read so far. */
    public List<TopicRecord> awaitEnd() {
        await(read -> tail.isAssigned());
        Map<TopicPartition, Long> ends = tail.ends();
        return await(read -> tail.hasReached(ends));
    }

    /** Reads what the topic holds now; all records read so far that are no tombstones. */
    public List<TopicRecord> awaitSessionsAtEnd() {
        return sessions(awaitEnd());
    }

    private static List<TopicRecord> sessions(List<TopicRecord> records) {
        return records.stream().filter(record -> !record.isTombstone()).toList();
    }

    @Override
    public void close() {
        tail.close();
    }

    private List<TopicRecord> readOn() {
        records.addAll(tail.poll());
        return Collections.unmodifiableList(records);
    }
}
