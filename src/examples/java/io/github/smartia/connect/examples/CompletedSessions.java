package io.github.smartia.connect.examples;

import io.github.smartia.connect.CompletedSession;
import io.github.smartia.connect.SessionKey;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Passes on each completed session by its id, and again when it changes; null if it was deleted. */
public final class CompletedSessions {

    private CompletedSessions() {}

    /** Reads while {@code active} is true; {@code save} replaces an earlier session with the same id. */
    public static void read(
            Properties properties, String topic, BiConsumer<String, CompletedSession> save, BooleanSupplier active) {
        try (KafkaConsumer<SessionKey, CompletedSession> consumer = new KafkaConsumer<>(properties)) {
            consumer.subscribe(List.of(topic));
            while (active.getAsBoolean()) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record -> save.accept(record.key().getSessionId(), record.value()));
                consumer.commitSync();
            }
        }
    }
}
