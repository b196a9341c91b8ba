package io.github.smartia.connect.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes tombstones as a person does who erases sessions from a topic: each under the bytes of its record's key. */
public final class TopicEraser {

    private final Stack stack;

    public TopicEraser(Stack stack) {
        this.stack = stack;
    }

    /** Writes one for each record of a topic whose value is such a one; how many these are. */
    public int erase(String topic, Predicate<GenericRecord> which) {
        AvroDecoder decoder = new AvroDecoder(stack.registry());
        List<byte[]> keys = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> read : readAll(topic)) {
            Optional<Object> value = decoder.decode(Optional.ofNullable(read.value()));
            value.map(GenericRecord.class::cast).filter(which).ifPresent(found -> keys.add(read.key()));
        }
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(broker(), new ByteArraySerializer(), new ByteArraySerializer())) {
            keys.forEach(key -> producer.send(new ProducerRecord<>(topic, key, null)));
        }
        return keys.size();
    }

    private List<ConsumerRecord<byte[], byte[]>> readAll(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(broker(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private Map<String, Object> broker() {
        return Map.of("bootstrap.servers", stack.broker().bootstrapServers());
    }
}
