package io.github.smartia.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentedCommand;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transaction that nobody ends, so that a task waits for ever for the end of the offset topic, and the commands against it. */
class ForgottenTransactionIT {

    private static final String PAGE = "src/docs/operations.md";
    private static final TopicPartition OFFSETS = new TopicPartition("smart-ia-connect-offsets", 0);

    /** Topic, partition, id and epoch of the producer, epoch of the coordinator, and the first offset. */
    private static final Pattern FOUND =
            Pattern.compile("smart-ia-connect-offsets\\s+0\\s+\\d+\\s+\\d+\\s+-?\\d+\\s+(\\d+)\\s");

    private final StackDirectories directories = StackDirectories.ofTheBuild().apart("forgetful");

    @AutoClose
    private ProcessBroker broker;

    @BeforeEach
    void startBroker() {
        directories.emptyLogs();
        broker = ProcessBroker.start(directories);
    }

    @Test
    void isFoundAndEndedByTheDocumentedCommands() throws Exception {
        try (Producer<String, String> committing = producer(broker, "committing")) {
            write(committing, Instant.now());
            committing.commitTransaction();
        }
        Producer<String, String> killed = producer(broker, "killed");
        // find-hanging passes over what is younger than a quarter of an hour.
        write(killed, Instant.now().minus(Duration.ofHours(1)));
        forgetTransactions(broker);
        long end = committedUpTo(broker);

        String found =
                run(DocumentedCommand.of(PAGE, "kafka-transactions.sh --bootstrap-server localhost:9092 find"), broker);
        String start = FOUND.matcher(found)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(found))
                .group(1);
        assertThat(start).isEqualTo(Long.toString(end));

        run(
                DocumentedCommand.of(PAGE, "kafka-transactions.sh --bootstrap-server localhost:9092 abort")
                        .with("--start-offset 368", "--start-offset " + start),
                broker);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> committedUpTo(broker) > end);
        killed.close(Duration.ZERO);
    }

    private static String run(DocumentedCommand command, Broker broker) {
        DocumentedCommand here = command.with("localhost:9092", broker.bootstrapServers());
        return KafkaScript.named(here.program()).run(here.arguments());
    }

    private static void write(Producer<String, String> producer, Instant date) {
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(OFFSETS.topic(), OFFSETS.partition(), date.toEpochMilli(), "key", "value"));
        producer.flush();
    }

    /** As a broker did that was killed at a bad moment: nobody knows any more who is to end the transaction. */
    private void forgetTransactions(ProcessBroker broker) throws IOException {
        broker.stop();
        Path data = directories.root().resolve("broker").resolve("data");
        try (DirectoryStream<Path> logs = Files.newDirectoryStream(data, "__transaction_state-*")) {
            for (Path log : logs) {
                StackDirectories.deleteAll(log);
            }
        }
        broker.start();
    }

    /** Where a reader of committed records waits, as each task does when it starts. */
    private static long committedUpTo(Broker broker) throws Exception {
        try (Admin admin = broker.admin()) {
            return admin.listOffsets(
                            Map.of(OFFSETS, OffsetSpec.latest()), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .partitionResult(OFFSETS)
                    .get()
                    .offset();
        }
    }

    private static Producer<String, String> producer(Broker broker, String transactionalId) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", transactionalId),
                new StringSerializer(),
                new StringSerializer());
    }
}
