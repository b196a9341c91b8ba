package io.github.smartia.connect.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** One Kafka node, broker and controller at once. It runs from its making on until it is closed. */
public interface Broker extends AutoCloseable {

    /** One that runs already, with what ends it. */
    record Running(String bootstrapServers, Runnable end) implements Broker {

        @Override
        public void close() {
            end.run();
        }
    }

    String bootstrapServers();

    default Map<String, Object> clientProperties() {
        return Map.of("bootstrap.servers", bootstrapServers());
    }

    /** A client for topics, offsets and the like; the caller closes it. */
    default Admin admin() {
        return Admin.create(clientProperties());
    }

    /** A consumer without a group that reads committed records from the beginning; the caller closes it. */
    default Consumer<byte[], byte[]> consumer(Map<String, ?> more) {
        Map<String, Object> properties = new HashMap<>(clientProperties());
        properties.put("isolation.level", "read_committed");
        properties.put("auto.offset.reset", "earliest");
        properties.put("enable.auto.commit", false);
        properties.put("allow.auto.create.topics", false);
        properties.putAll(more);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    default Set<String> topics() {
        return partitions(name -> true).stream().map(TopicPartition::topic).collect(Collectors.toSet());
    }

    default List<TopicPartition> partitions(Predicate<String> names) {
        try (Consumer<byte[], byte[]> consumer = consumer(Map.of())) {
            return consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(partition -> names.test(partition.topic()))
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
        }
    }

    /** All that the topics of some names hold now, of transactions that were aborted too. */
    default List<ConsumerRecord<byte[], byte[]>> readAll(Predicate<String> names) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumer(Map.of("isolation.level", "read_uncommitted"))) {
            consumer.assign(partitions(names));
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    default String setting(String name, String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = admin()) {
            return Unchecked.get(
                            () -> admin.describeConfigs(List.of(resource)).all().get())
                    .get(resource)
                    .get(name)
                    .value();
        }
    }

    /** Ends the broker for good; its data is gone. */
    @Override
    void close();
}
