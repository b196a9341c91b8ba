package io.github.smartia.connect.stack;

import java.util.List;
import java.util.function.Predicate;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes tombstones as a person does who erases sessions from a topic: each under the bytes of its record's key. */
public final class TopicEraser {

    private final Stack stack;

    public TopicEraser(Stack stack) {
        this.stack = stack;
    }

    /** Writes one for each record of a topic whose value is such a one; how many these are. */
    public int erase(String topic, Predicate<GenericRecord> which) {
        RegistryDeserializer deserializer = RegistryDeserializer.of(stack.registry());
        List<byte[]> keys = stack.broker().readAll(topic::equals).stream()
                .filter(read -> read.value() != null && which.test(deserializer.deserialize(topic, read.value())))
                .map(ConsumerRecord::key)
                .toList();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                stack.broker().clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            keys.forEach(key -> producer.send(new ProducerRecord<>(topic, key, null)));
        }
        return keys.size();
    }
}
