package io.github.smartia.connect.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Reads one topic from its beginning and keeps all that it has read. For one thread. */
public final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final AvroDecoder decoder;
    private final List<TopicRecord> records = new ArrayList<>();

    TopicReader(String topic, IsolationLevel isolation, String bootstrapServers, SchemaRegistry registry) {
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

    /** Reads until at least so many records are there; all records read so far. */
    public List<TopicRecord> awaitCount(int count) {
        return await(read -> read.size() >= count);
    }

    /** Reads until the records are as wanted; all records read so far, in the order of each partition. */
    public List<TopicRecord> await(Predicate<List<TopicRecord>> wanted) {
        return await(wanted, PATIENCE);
    }

    /** As {@link #await(Predicate)}, with a time limit of the caller's. */
    public List<TopicRecord> await(Predicate<List<TopicRecord>> wanted, Duration patience) {
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .pollInSameThread()
                    .until(() -> wanted.test(readOn()));
            return List.copyOf(records);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "The %d records of %s read in %s are not what was waited for"
                            .formatted(records.size(), topic, patience),
                    e);
        }
    }

    /** Reads what the topic holds now; all records read so far. */
    public List<TopicRecord> awaitEnd() {
        await(read -> isAssigned());
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        return await(
                read -> ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue()));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<TopicRecord> readOn() {
        if (isAssigned()) {
            consumer.poll(Duration.ofMillis(100)).forEach(read -> records.add(decode(read)));
        }
        return Collections.unmodifiableList(records);
    }

    /** Nobody can be assigned a topic that is not there yet. */
    private boolean isAssigned() {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
        }
        return !consumer.assignment().isEmpty();
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
