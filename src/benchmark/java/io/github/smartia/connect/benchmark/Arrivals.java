package io.github.smartia.connect.benchmark;

import io.github.smartia.connect.stack.Broker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Counts the sessions that a reader of committed records has seen in a topic, each once, and when. For one thread. */
final class Arrivals implements AutoCloseable {

    private static final int PARTS = 10;
    private static final int UUID_CHARS = 36;
    private static final Duration WAIT = Duration.ofMillis(20);

    /** Without a session more for so long, something is wrong. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String topic;
    private final int expected;
    private final Consumer<byte[], byte[]> consumer;
    private final Set<UUID> ids = new HashSet<>();
    private final List<Instant> tenths = new ArrayList<>();
    private Instant firstSent = Instant.MAX;
    private long records;

    Arrivals(String topic, int expected, Broker broker) {
        this.topic = topic;
        this.expected = expected;
        // To watch must not cost the broker what is to be measured.
        this.consumer = broker.consumer(Map.of(
                "max.poll.records", 5_000, "fetch.min.bytes", 250_000, "fetch.max.wait.ms", (int) WAIT.toMillis()));
    }

    void await(int count) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (ids.size() < count) {
            int seen = ids.size();
            readOn();
            if (ids.size() > seen) {
                deadline = Instant.now().plus(PATIENCE);
            } else if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException(
                        topic + " got no more after " + seen + " of " + count + " sessions: see the worker's log");
            }
        }
    }

    /** Takes what has come, and waits a moment where nothing has. */
    private void readOn() {
        if (consumer.assignment().isEmpty()) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
        }
        if (!consumer.assignment().isEmpty()) {
            consumer.poll(WAIT).forEach(this::count);
            noteTenths(Instant.now());
        }
    }

    private void count(ConsumerRecord<byte[], byte[]> read) {
        Instant sent = Instant.ofEpochMilli(read.timestamp());
        firstSent = sent.isBefore(firstSent) ? sent : firstSent;
        records++;
        ids.add(idIn(read.key()));
    }

    private void noteTenths(Instant now) {
        while (tenths.size() < PARTS && ids.size() >= (long) expected * (tenths.size() + 1) / PARTS) {
            tenths.add(now);
        }
    }

    /** A key is an Avro record of one text, the id, in a registry's wire format: the text ends it. */
    private static UUID idIn(byte[] key) {
        ByteBuffer id = ByteBuffer.wrap(key, key.length - UUID_CHARS, UUID_CHARS);
        return UUID.fromString(StandardCharsets.US_ASCII.decode(id).toString());
    }

    /** By the producer's clock, which is this machine's too. */
    Instant firstSent() {
        return firstSent;
    }

    List<Instant> tenths() {
        return List.copyOf(tenths);
    }

    /** How many records were there beside the first of each session. */
    long repeated() {
        return records - ids.size();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
