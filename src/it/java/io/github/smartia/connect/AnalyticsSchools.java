package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.simulated.History;
import io.github.smartia.connect.simulated.Outcome;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.Sessions;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.ConnectRest;
import io.github.smartia.connect.stack.Postgres;
import io.github.smartia.connect.stack.RegistryDeserializer;
import io.github.smartia.connect.stack.Resource;
import io.github.smartia.connect.stack.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Two organisations of a simulated API, and what happens to their sessions. */
final class AnalyticsSchools implements AutoCloseable {

    private static final String TABLES = Resource.text("analytics-tables.sql");

    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));
    private final Map<String, Sessions> organisations =
            Map.of("oaks", api.sessionsOf("key-of-oaks"), "elms", api.sessionsOf("key-of-elms"));
    private final Set<UUID> erased = new HashSet<>();

    Sessions of(String organisation) {
        return organisations.get(organisation);
    }

    String url() {
        return api.url();
    }

    /** A connector that reads both of them; not started yet. */
    RunningConnector connector(Stack stack, ConnectRest connect, String name) {
        return new RunningConnector(stack, connect, name, api)
                .withOrganisations("oaks", "elms")
                .with("exactly.once.support", "required");
    }

    /** Half a year, and a morning that the connector looks back upon. */
    void addHistory() {
        organisations.get("oaks").addAll(SchoolSessions.history(400));
        organisations.get("oaks").addAll(SchoolSessions.peculiar());
        organisations
                .get("elms")
                .addAll(new History(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 1, 9), 7).sessions(200));
        organisations.values().forEach(school -> {
            school.addAll(SchoolSessions.completed(5));
            school.addAll(SchoolSessions.inProgress(5));
        });
    }

    /** One of each kind in each organisation, another one each time. */
    void changeAndComplete(int turn) {
        Instant now = SchoolSessions.MORNING.plusSeconds(100 + turn);
        Outcome result = Outcome.of(now, "L2 - Upper", Duration.ofHours(10));
        organisations.values().forEach(school -> {
            UUID done = recent(school, true).skip(turn).findFirst().orElseThrow();
            UUID open = recent(school, false).findFirst().orElseThrow();
            school.change(done, session -> session.result(result));
            school.complete(open, now);
            school.add(SessionBuilder.completed()
                    .endedAt(now)
                    .withoutResult()
                    .user(SchoolSessions.pupil())
                    .build());
            school.add(SessionBuilder.inProgress().startedAt(now).build());
        });
    }

    /** Those of the last morning, which the connector looks back upon. */
    private static Stream<UUID> recent(Sessions school, boolean completed) {
        return school.all().stream()
                .filter(session -> session.isCompleted() == completed)
                .filter(session -> !ExpectedRecords.date(session).isBefore(SchoolSessions.MORNING))
                .map(SimulatedSession::sessionId)
                .sorted(Comparator.comparing(UUID::toString));
    }

    /** As somebody does who was asked to delete what is known of a pupil: by a tombstone for each of the records. */
    void erase(Stack stack, String name) {
        erased.add(SchoolSessions.USER_ID);
        RegistryDeserializer decoder = RegistryDeserializer.of(stack.registry());
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                stack.broker().clientProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : List.of(name + "-completed", name + "-in-progress")) {
                List<byte[]> keys = stack.broker().readAll(topic::equals).stream()
                        .filter(read -> isOfThePupil(decoder.deserialize(topic, read.value())))
                        .map(ConsumerRecord::key)
                        .toList();
                assertThat(keys).isNotEmpty();
                keys.forEach(key -> producer.send(new ProducerRecord<>(topic, key, null)));
            }
        }
    }

    /** @param session null of a tombstone */
    private static boolean isOfThePupil(GenericRecord session) {
        return session != null
                && ((GenericRecord) session.get("user"))
                        .get("userId")
                        .toString()
                        .equals(SchoolSessions.USER_ID.toString());
    }

    /** Fills the tables with what the API has now, in the place of what they held. */
    void fill(Postgres.Database database) {
        String rows = organisations.entrySet().stream()
                .flatMap(school -> school.getValue().all().stream()
                        .filter(session -> !erased.contains(session.user().userId()))
                        .map(session -> row(school.getKey(), session)))
                .collect(Collectors.joining(","));
        database.execute(TABLES.replace("$ROWS", rows));
    }

    private static String row(String organisation, SimulatedSession session) {
        return "('%s', '%s'::json)".formatted(organisation, session.json().replace("'", "''"));
    }

    @Override
    public void close() {
        api.close();
    }
}
