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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Hands over the records of one topic, from its beginning on, and keeps none. For one thread. */
public final class TopicTail implements AutoCloseable {

    private static final Duration WAIT = Duration.ofMillis(100);

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final AvroDecoder decoder;

    TopicTail(String topic, IsolationLevel isolation, String bootstrapServers, SchemaRegistry registry) {
        this.topic = topic;
        this.decoder = new AvroDecoder(registry);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation.toString().toLowerCase(Locale.ROOT),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
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

    /** The offset at which each partition ends now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(consumer.assignment());
    }

    boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private TopicRecord decode(ConsumerRecord<byte[], byte[]> read) {
        return new TopicRecord(
                decoder.decode(Optional.ofNullable(read.key())),
                decoder.decode(Optional.ofNullable(read.value())),
                read.partition(),
                read.offset(),
                Instant.ofEpochMilli(read.timestamp()),
                headersOf(read));
    }

    private static Map<String, String> headersOf(ConsumerRecord<byte[], byte[]> read) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : read.headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }
}
