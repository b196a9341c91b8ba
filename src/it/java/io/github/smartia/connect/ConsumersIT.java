package io.github.smartia.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.examples.CompletedSessions;
import io.github.smartia.connect.examples.SessionStates;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.RegistryDeserializer;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Java of src/docs/consumers.md reads what the connector writes. */
@ExtendWith(StackExtension.class)
class ConsumersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** In the place of Confluent's serde, for an application that only reads Avro. */
    public static final class RegistrySerde extends Serdes.WrapperSerde<GenericRecord> {

        public RegistrySerde() {
            super(
                    (topic, value) -> {
                        throw new UnsupportedOperationException("Only reads");
                    },
                    new RegistryDeserializer());
        }
    }

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));

    @BeforeEach
    void holdSessions() {
        api.sessions().addAll(SchoolSessions.completed(40));
        api.sessions().addAll(SchoolSessions.inProgress(10));
    }

    @Test
    void generatedClassesReadRecordsWithAnExcludedField(Stack stack) throws Exception {
        api.sessions()
                .add(SessionBuilder.completed()
                        .with("user.dateOfBirth", "\"2011-02-28\"")
                        .build());
        List<SimulatedSession> expected = ExpectedRecords.completed(api);
        Map<String, CompletedSession> saved = new HashMap<>();
        Instant deadline = Instant.now().plus(PATIENCE);
        try (RunningConnector connector = new RunningConnector(stack, "classes", api)
                .with("user.fields.exclude", "fullName")
                .start()) {
            connector.completed().awaitCount(expected.size());

            CompletedSessions.read(
                    documentedProperties(stack),
                    "classes-completed",
                    saved::put,
                    () -> saved.size() < expected.size() && Instant.now().isBefore(deadline));
        }
        assertThat(saved).hasSize(expected.size());
        expected.forEach(session -> assertIs(saved.get(session.sessionId().toString()), SessionTruth.of(session)));
    }

    private static void assertIs(CompletedSession session, Map<String, Object> truth) {
        Map<?, ?> user = (Map<?, ?>) truth.get("user");
        Map<?, ?> result = (Map<?, ?>) truth.get("result");
        assertThat(session.getEndDate().toEpochMilli()).isEqualTo(truth.get("endDate"));
        assertThat(session.getUser().getUserId()).isEqualTo(user.get("userId"));
        assertThat(session.getUser().getEmails()).isEqualTo(user.get("emails"));
        assertThat(Optional.ofNullable(session.getUser().getDateOfBirth())
                        .map(LocalDate::toEpochDay)
                        .orElse(null))
                .isEqualTo(user.get("dateOfBirth"));
        assertThat(session.getUser().getFullName()).isNull();
        assertThat(session.getResult().getDurationSeconds()).isEqualTo(result.get("durationSeconds"));
    }

    @Test
    void aStreamsApplicationKnowsTheStateOfEachSession(Stack stack, @TempDir Path directory) throws Exception {
        createTopics(stack, "streamed-in-progress", "streamed-completed", "streamed-states");
        Properties properties = new Properties();
        properties.put("bootstrap.servers", stack.broker().bootstrapServers());
        properties.put("schema.registry.url", stack.registry().confluentUri().toString());
        properties.put("application.id", "session-states");
        properties.put("default.key.serde", RegistrySerde.class.getName());
        properties.put("default.value.serde", RegistrySerde.class.getName());
        properties.put("state.dir", directory.toString());
        properties.put("commit.interval.ms", "100");
        Map<String, String> states = new HashMap<>();
        try (RunningConnector connector = new RunningConnector(stack, "streamed", api).start();
                KafkaStreams streams = new KafkaStreams(
                        SessionStates.topology("streamed-in-progress", "streamed-completed", "streamed-states"),
                        properties);
                Consumer<byte[], byte[]> consumer = stack.broker().consumer(Map.of("group.id", "states"))) {
            streams.start();
            consumer.subscribe(List.of("streamed-states"));
            awaitStates(consumer, states, expectedStates());

            SimulatedSession open = ExpectedRecords.inProgress(api).get(0);
            api.sessions().complete(open.sessionId(), open.startDate().plusSeconds(100));

            connector.awaitMoreRequests();
            assertThat(expectedStates()).containsEntry(open.sessionId().toString(), "COMPLETED");
            awaitStates(consumer, states, expectedStates());
        }
    }

    private static void awaitStates(
            Consumer<byte[], byte[]> consumer, Map<String, String> states, Map<String, String> expected) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            consumer.poll(Duration.ofMillis(500))
                    .forEach(record -> states.put(new String(record.key(), UTF_8), new String(record.value(), UTF_8)));
            assertThat(states).isEqualTo(expected);
        });
    }

    private Map<String, String> expectedStates() {
        Map<String, String> states = new HashMap<>();
        ExpectedRecords.ids(ExpectedRecords.completed(api)).forEach(id -> states.put(id, "COMPLETED"));
        ExpectedRecords.ids(ExpectedRecords.inProgress(api)).forEach(id -> states.put(id, "IN_PROGRESS"));
        return states;
    }

    /** Those of the page, for the stack. */
    static Properties documentedProperties(Stack stack) throws IOException {
        String text = DocumentedCommand.program("src/docs/consumers.md", "properties")
                .with("localhost:9092", stack.broker().bootstrapServers())
                .with("http://localhost:8081", stack.registry().confluentUri())
                .with("io.confluent.kafka.serializers.KafkaAvroDeserializer", RegistryDeserializer.class.getName())
                .text();
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }

    private static void createTopics(Stack stack, String... topics) throws Exception {
        try (Admin admin = stack.broker().admin()) {
            admin.createTopics(Arrays.stream(topics)
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }
}
