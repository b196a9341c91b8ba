package io.github.smartia.connect.leak;

import io.github.smartia.connect.stack.Broker;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;

/** What is written from a moment on to any topic of a broker: Connect's and Kafka's own too, aborted records too. */
final class TopicRemnants {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration WAIT = Duration.ofMillis(100);

    private final String bootstrapServers;
    private final Map<TopicPartition, Long> begin;

    private TopicRemnants(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            begin = ends(consumer);
        }
    }

    static TopicRemnants fromNowOn(Broker broker) {
        return new TopicRemnants(broker.bootstrapServers());
    }

    /** Each record in full, as the bytes that the broker has. */
    List<Remnant> collect() {
        List<Remnant> remnants = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            Map<TopicPartition, Long> ends = ends(consumer);
            consumer.assign(ends.keySet());
            ends.keySet().forEach(partition -> consumer.seek(partition, begin.getOrDefault(partition, 0L)));
            Awaitility.await("the end of all topics")
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .pollInSameThread()
                    .until(() -> {
                        consumer.poll(WAIT).forEach(record -> remnants.add(remnant(record)));
                        return ends.entrySet().stream()
                                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                    });
        }
        return remnants;
    }

    private static Map<TopicPartition, Long> ends(Consumer<byte[], byte[]> consumer) {
        return consumer.endOffsets(consumer.listTopics().values().stream()
                .flatMap(List::stream)
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    private static Remnant remnant(ConsumerRecord<byte[], byte[]> record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(record.topic().getBytes(StandardCharsets.UTF_8));
        Optional.ofNullable(record.key()).ifPresent(bytes::writeBytes);
        record.headers().forEach(header -> {
            bytes.writeBytes(header.key().getBytes(StandardCharsets.UTF_8));
            Optional.ofNullable(header.value()).ifPresent(bytes::writeBytes);
        });
        Optional.ofNullable(record.value()).ifPresent(bytes::writeBytes);
        return new Remnant(
                "topic %s, partition %d, offset %d".formatted(record.topic(), record.partition(), record.offset()),
                bytes.toByteArray());
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
