package io.github.smartia.connect.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Hands over the records of one topic, from its beginning on, and keeps none. For one thread. */
public final class TopicTail implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(100);

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final RegistryDeserializer deserializer;

    TopicTail(String topic, IsolationLevel isolation, Broker broker, SchemaRegistry registry) {
        this.topic = topic;
        this.deserializer = RegistryDeserializer.of(registry);
        this.consumer =
                broker.consumer(Map.of("isolation.level", isolation.toString().toLowerCase(Locale.ROOT)));
    }

    /** The next records, in the order of each partition; none where none come within a moment or the topic is not there. */
    public List<TopicRecord> poll() {
        if (!isAssigned()) {
            return List.of();
        }
        return StreamSupport.stream(consumer.poll(WAIT).spliterator(), false)
                .map(this::decode)
                .toList();
    }

    /** Whether all that the topic holds now was handed over. A topic that is not there holds nothing. */
    public boolean hasReachedEnd() {
        return !isAssigned() || hasReached(ends());
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Nobody can be assigned a topic that is not there yet. */
    boolean isAssigned() {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
        }
        return !consumer.assignment().isEmpty();
    }

    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(consumer.assignment());
    }

    boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private TopicRecord decode(ConsumerRecord<byte[], byte[]> read) {
        Map<String, String> headers = new HashMap<>();
        read.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new TopicRecord(
                Optional.ofNullable(deserializer.deserialize(topic, read.key())),
                Optional.ofNullable(deserializer.deserialize(topic, read.value())),
                read.partition(),
                read.offset(),
                Instant.ofEpochMilli(read.timestamp()),
                headers);
    }
}
