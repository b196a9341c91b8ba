package io.github.smartia.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ExpendableStackExtension.class)
class HangingTransactionsIT {

    private static final TopicPartition WAITING = new TopicPartition("waiting", 0);

    @Test
    void whatWasWrittenBehindATransactionIsReadOnceThatIsEnded(Stack stack) {
        Broker broker = stack.broker();
        Producer<String, String> forgotten = producer(broker, Map.of("transactional.id", "forgotten"));
        forgotten.initTransactions();
        forgotten.beginTransaction();
        write(forgotten, "never committed");
        try (Producer<String, String> other = producer(broker, Map.of())) {
            write(other, "behind it");
        }
        assertThat(committed(broker)).isZero();

        List<Integer> attempts = new ArrayList<>();
        try (HangingTransactions ended = HangingTransactions.endAfter(Duration.ofSeconds(1), broker)) {
            assertThatThrownBy(() -> ended.attemptWhereNoneWasTorn(attempt -> {
                        attempts.add(attempt);
                        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> committed(broker) > 1);
                        throw new AssertionError("lost, or repeated");
                    }))
                    .hasMessage("lost, or repeated");
        }
        assertThat(attempts).as("once more after the one in which it was ended").containsExactly(1, 2);
        forgotten.close(Duration.ZERO);
    }

    private static void write(Producer<String, String> producer, String value) {
        producer.send(new ProducerRecord<>(WAITING.topic(), WAITING.partition(), "key", value));
        producer.flush();
    }

    /** Up to where a reader of committed records gets. */
    private static long committed(Broker broker) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed");
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            return consumer.endOffsets(List.of(WAITING)).get(WAITING);
        }
    }

    private static Producer<String, String> producer(Broker broker, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", broker.bootstrapServers());
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
