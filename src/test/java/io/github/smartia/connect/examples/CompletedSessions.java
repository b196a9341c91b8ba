package io.github.smartia.connect.examples;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Hands over each completed session, and again when it changes; null for one that was deleted. */
public final class CompletedSessions implements AutoCloseable {

    private final KafkaConsumer<GenericRecord, GenericRecord> consumer;

    /** Begins with the oldest session, or goes on where the consumer group stood. */
    public CompletedSessions(String topic, Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("auto.offset.reset", "earliest");
        all.put("enable.auto.commit", "false");
        all.put("isolation.level", "read_committed");
        consumer = new KafkaConsumer<>(all);
        consumer.subscribe(List.of(topic));
    }

    /** Waits a moment for sessions; {@code save} takes each by its id, in the place of what it had of it before. */
    public void readOn(BiConsumer<String, GenericRecord> save) {
        for (ConsumerRecord<GenericRecord, GenericRecord> record : consumer.poll(Duration.ofSeconds(1))) {
            save.accept(record.key().get("sessionId").toString(), record.value());
        }
        consumer.commitSync();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
