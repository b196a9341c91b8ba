package io.github.smartia.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smartia.connect.documents.DocumentedCommand;
import io.github.smartia.connect.examples.CompletedSessions;
import io.github.smartia.connect.simulated.Pupil;
import io.github.smartia.connect.simulated.SessionBuilder;
import io.github.smartia.connect.simulated.SimulatedApi;
import io.github.smartia.connect.simulated.SimulatedSession;
import io.github.smartia.connect.stack.KafkaScript;
import io.github.smartia.connect.stack.Stack;
import io.github.smartia.connect.stack.StackExtension;
import io.github.smartia.connect.stack.TopicRecord;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of sessions that are deleted at their source, and how a person deletes them from the topics. */
@ExtendWith(StackExtension.class)
class DeletionsIT {

    private static final String PAGE = "src/docs/privacy.md";
    private static final String COMPLETED = "smart-ia.sessions.completed";
    private static final Pattern PLACE = Pattern.compile("\"partition\":(\\d+),\"offset\":(\\d+)");

    @AutoClose
    private final SimulatedApi api = SimulatedApi.start(SimulatedApi.options().key(SchoolSessions.KEY));

    @Test
    void aVanishedSessionStaysOpenUntilATombstoneIsWrittenByHand(Stack stack) throws Exception {
        api.sessions().addAll(SchoolSessions.inProgress(4));
        try (RunningConnector connector = connector("vanished", stack)) {
            connector.inProgress().awaitCount(4);
            SimulatedSession vanished = api.sessions().all().get(1);
            api.sessions().remove(vanished.sessionId());
            connector.awaitMoreRequests();
            assertThat(connector.inProgress().awaitEnd()).hasSize(4);

            delete(1, vanished.sessionId().toString(), "vanished-in-progress", stack);

            List<TopicRecord> records = connector.inProgress().awaitCount(5);
            assertThat(PublishedRecords.closedIds(records))
                    .containsExactly(vanished.sessionId().toString());
            connector.awaitMoreRequests();
            assertThat(connector.inProgress().awaitEnd()).hasSize(5);
        }
    }

    @Test
    void aPupilIsErasedFromTopicAndTable(Stack stack) throws Exception {
        Pupil pupil = Pupil.named(new UUID(7, 7), "Ada", "Byron");
        api.sessions().addAll(SchoolSessions.completed(5));
        for (int session = 1; session <= 2; session++) {
            api.sessions().add(SessionBuilder.completed().user(pupil).build());
        }
        try (RunningConnector connector = connector("erased", stack)) {
            // A consumer of a topic that does not exist yet may have the broker create it, without compaction.
            connector.completed().awaitCount(7);
            Map<String, CompletedSession> rows = new HashMap<>();
            awaitRows(rows, 7, stack);

            delete(2, pupil.userId().toString(), "erased-completed", stack);

            awaitRows(rows, 5, stack);
            assertThatThrownBy(() -> tombstone("erased-completed", "0", "3", stack)
                            .with("key of 3", "key of 2")
                            .run())
                    .as("of a record that is gone meanwhile")
                    .hasMessageContaining("status 1");
            assertThat(connector.completed().awaitEnd()).hasSize(9);
            assertCompactsWithinADay("erased-completed", stack);
        }
    }

    private RunningConnector connector(String name, Stack stack) {
        return new RunningConnector(stack, name, api)
                .with("topic.creation.default.partitions", "1")
                .with("topic.creation.default.replication.factor", "1")
                .with("topic.creation.default.cleanup.policy", "compact")
                .start();
    }

    private static void delete(int records, String id, String topic, Stack stack) throws InterruptedException {
        String places = here(
                        DocumentedCommand.of(PAGE, "kcat -b localhost:9092 -t smart-ia.sessions.completed -C -e -q -J"),
                        topic,
                        stack)
                .run(Map.of("ID", id));
        assertThat(places.lines()).hasSize(records).allMatch(PLACE.asMatchPredicate());
        for (MatchResult place : PLACE.matcher(places).results().toList()) {
            tombstone(topic, place.group(1), place.group(2), stack).run();
        }
    }

    private static DocumentedCommand tombstone(String topic, String partition, String offset, Stack stack) {
        return here(
                        DocumentedCommand.of(PAGE, "kcat -b localhost:9092 -t smart-ia.sessions.completed -C -p 0"),
                        topic,
                        stack)
                .with("-p 0", "-p " + partition)
                .with("-o 17", "-o " + offset)
                .with("key of 17", "key of " + offset);
    }

    private static DocumentedCommand here(DocumentedCommand command, String topic, Stack stack) {
        return command.with("localhost:9092", stack.broker().bootstrapServers()).with(COMPLETED, topic);
    }

    private static void awaitRows(Map<String, CompletedSession> rows, int count, Stack stack) throws IOException {
        Properties properties = ConsumersIT.documentedProperties(stack);
        properties.put("group.id", "erasure");
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        CompletedSessions.read(
                properties,
                "erased-completed",
                rows::put,
                () -> present(rows) != count && Instant.now().isBefore(deadline));
        assertThat(present(rows)).isEqualTo(count);
    }

    private static long present(Map<String, CompletedSession> rows) {
        return rows.values().stream().filter(Objects::nonNull).count();
    }

    private static void assertCompactsWithinADay(String topic, Stack stack) throws Exception {
        DocumentedCommand configure = here(DocumentedCommand.of(PAGE, "bin/kafka-configs.sh --alter"), topic, stack);
        KafkaScript.named(configure.program()).run(configure.arguments());
        assertThat(stack.broker().setting("max.compaction.lag.ms", topic)).isEqualTo("86400000");
    }
}
