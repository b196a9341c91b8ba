package io.github.smartia.connect.deployment;

import io.github.smartia.connect.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the one partition of a topic whose keys and values are JSON. For one thread. */
final class JsonTopic implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final List<JsonRecord> records = new ArrayList<>();

    /** A record; the value of a tombstone is a missing node. */
    record JsonRecord(JsonNode key, JsonNode value) {}

    JsonTopic(String topic, Stack stack) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.broker().bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
    }

    /** Reads until the records are as wanted; all records read so far. */
    List<JsonRecord> await(Predicate<List<JsonRecord>> wanted) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).pollInSameThread().until(() -> wanted.test(readOn()));
        return List.copyOf(records);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<JsonRecord> readOn() {
        consumer.poll(Duration.ofMillis(50))
                .forEach(read -> records.add(new JsonRecord(json(read.key()), json(read.value()))));
        return records;
    }

    private static JsonNode json(String text) {
        return text == null
                ? JsonMapper.shared().missingNode()
                : JsonMapper.shared().readTree(text);
    }
}
