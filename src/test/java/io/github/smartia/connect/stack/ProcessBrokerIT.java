package io.github.smartia.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ExpendableStackExtension.class)
class ProcessBrokerIT {

    private static final TopicPartition KEPT = new TopicPartition("kept", 0);

    @Test
    void keepsItsDataWhenItIsKilled(Stack stack) {
        ProcessBroker broker = stack.expendableBroker();
        write(100, broker);

        broker.kill();
        broker.start();

        assertThat(end(broker)).isEqualTo(100);
    }

    private static void write(int records, Broker broker) {
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(clientOf(broker), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(KEPT.topic(), KEPT.partition(), new byte[0], new byte[0]));
            }
        }
    }

    private static long end(Broker broker) {
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(clientOf(broker), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(List.of(KEPT)).get(KEPT);
        }
    }

    private static Map<String, Object> clientOf(Broker broker) {
        return Map.of("bootstrap.servers", broker.bootstrapServers());
    }
}
